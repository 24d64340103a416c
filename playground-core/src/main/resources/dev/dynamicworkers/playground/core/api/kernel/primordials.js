// What the language brought into this isolate, as it was before any guest code: classes by their names, and their methods as
// functions (`ArrayPrototypePush`, `ObjectKeys`), each found when it is first asked for.
(function (global) {
  'use strict';
  const intrinsics = { __proto__: null };
  for (const name of [
    'AggregateError', 'Array', 'ArrayBuffer', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'Boolean', 'DataView', 'Date',
    'Error', 'EvalError', 'FinalizationRegistry', 'Float32Array', 'Float64Array', 'Function', 'Int16Array', 'Int32Array',
    'Int8Array', 'Intl', 'Iterator', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError',
    'ReferenceError', 'Reflect', 'RegExp', 'Set', 'SharedArrayBuffer', 'String', 'Symbol', 'SyntaxError', 'TypeError',
    'URIError', 'Uint16Array', 'Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet',
  ]) {
    intrinsics[name] = global[name];
  }
  const { Error, Function, Object, Proxy, Reflect, Symbol } = intrinsics;
  const { defineProperty: define, getOwnPropertyDescriptor, getPrototypeOf, hasOwn } = Object;
  const { apply } = Reflect;
  const bind = Function.prototype.bind;
  const callMethod = Function.prototype.call;
  const uncurry = (fn) => apply(bind, callMethod, [fn]);

  const STATIC_OWNERS = ['Object', 'Array', 'Reflect', 'JSON', 'Math', 'Number', 'String', 'Symbol', 'Promise', 'Date', 'ArrayBuffer', 'BigInt'];
  const lowerFirst = (text) => text[0].toLowerCase() + text.slice(1);

  function ownerOf(name) {
    if (name === 'TypedArray') return getPrototypeOf(intrinsics.Uint8Array);
    return hasOwn(intrinsics, name) ? intrinsics[name] : undefined;
  }

  function findIntrinsic(name) {
    const at = name.indexOf('Prototype');
    const owner = at <= 0 ? undefined : ownerOf(name.slice(0, at));
    if (owner !== undefined && at + 9 < name.length) {
      const method = name.slice(at + 9);
      if (method.startsWith('Get') && method.length > 3) {
        const property = method.slice(3);
        const key = property.startsWith('Symbol') ? Symbol[lowerFirst(property.slice(6))] : lowerFirst(property);
        const getter = getOwnPropertyDescriptor(owner.prototype, key)?.get;
        if (getter) return uncurry(getter);
      }
      const key = method.startsWith('Symbol') ? Symbol[lowerFirst(method.slice(6))] : lowerFirst(method);
      return uncurry(owner.prototype[key]);
    }
    for (const owner of STATIC_OWNERS) {
      if (name.startsWith(owner)) {
        const value = intrinsics[owner][lowerFirst(name.slice(owner.length))];
        if (value === undefined) continue;
        return typeof value === 'function' ? apply(bind, value, [intrinsics[owner]]) : value;
      }
    }
    return undefined;
  }

  // What every isolate asks for while it is made needs no search.
  const { Array, JSON, Promise, RegExp, Set, String, Uint8Array } = intrinsics;
  const TypedArray = getPrototypeOf(Uint8Array);
  intrinsics.JSONParse = apply(bind, JSON.parse, [JSON]);
  intrinsics.JSONStringify = apply(bind, JSON.stringify, [JSON]);
  intrinsics.ObjectDefineProperty = apply(bind, define, [Object]);
  intrinsics.ObjectKeys = apply(bind, Object.keys, [Object]);
  intrinsics.ObjectGetOwnPropertyDescriptor = apply(bind, getOwnPropertyDescriptor, [Object]);
  intrinsics.ReflectOwnKeys = apply(bind, Reflect.ownKeys, [Reflect]);
  intrinsics.ObjectPrototypePropertyIsEnumerable = uncurry(Object.prototype.propertyIsEnumerable);
  intrinsics.ArrayPrototypeSlice = uncurry(Array.prototype.slice);
  intrinsics.PromisePrototypeThen = uncurry(Promise.prototype.then);
  intrinsics.RegExpPrototypeExec = uncurry(RegExp.prototype.exec);
  intrinsics.SetPrototypeHas = uncurry(Set.prototype.has);
  intrinsics.StringPrototypeCharCodeAt = uncurry(String.prototype.charCodeAt);
  intrinsics.StringPrototypeEndsWith = uncurry(String.prototype.endsWith);
  intrinsics.StringPrototypeSlice = uncurry(String.prototype.slice);
  intrinsics.StringPrototypeToLowerCase = uncurry(String.prototype.toLowerCase);
  intrinsics.StringPrototypeToUpperCase = uncurry(String.prototype.toUpperCase);
  intrinsics.StringPrototypeToWellFormed = uncurry(String.prototype.toWellFormed);
  intrinsics.TypedArrayPrototypeSlice = uncurry(TypedArray.prototype.slice);
  intrinsics.TypedArrayPrototypeGetBuffer = uncurry(getOwnPropertyDescriptor(TypedArray.prototype, 'buffer').get);

  // What was found is a property like any other; only what was not yet asks the prototype.
  Object.setPrototypeOf(intrinsics, new Proxy({ __proto__: null }, {
    __proto__: null,
    get(target, name) {
      if (typeof name !== 'string') return undefined;
      const found = findIntrinsic(name);
      if (found === undefined) throw new Error(`no intrinsic ${name}`);
      define(intrinsics, name, { __proto__: null, value: found });
      return found;
    },
  }));

  return { intrinsics, uncurry };
})
