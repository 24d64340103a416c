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
  const { getOwnPropertyDescriptor, getPrototypeOf } = Object;
  const { apply } = Reflect;
  const bind = Function.prototype.bind;
  const callMethod = Function.prototype.call;
  const uncurry = (fn) => apply(bind, callMethod, [fn]);

  const STATIC_OWNERS = ['Object', 'Array', 'Reflect', 'JSON', 'Math', 'Number', 'String', 'Symbol', 'Promise', 'Date', 'ArrayBuffer', 'BigInt'];
  const lowerFirst = (text) => text[0].toLowerCase() + text.slice(1);

  function findIntrinsic(name) {
    const at = name.indexOf('Prototype');
    const owner = at <= 0 ? undefined : name.slice(0, at) === 'TypedArray' ? getPrototypeOf(intrinsics.Uint8Array) : intrinsics[name.slice(0, at)];
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

  const primordials = new Proxy(intrinsics, {
    __proto__: null,
    get(target, name) {
      if (name in target || typeof name !== 'string') return target[name];
      const found = findIntrinsic(name);
      if (found === undefined) throw new Error(`no intrinsic ${name}`);
      target[name] = found;
      return found;
    },
  });

  return { intrinsics, primordials, uncurry };
})
