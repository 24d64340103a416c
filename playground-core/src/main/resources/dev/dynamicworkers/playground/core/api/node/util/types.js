// node:util/types.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Date, Error, Map, Object, Promise, RegExp, Set, SharedArrayBuffer, Symbol, Uint8Array, WeakMap, WeakSet } = rt.primordials;
  const tagOf = (value) => Object.prototype.toString.call(value).slice(8, -1);
  const typedName = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;
  const isObject = (value) => typeof value === 'object' && value !== null;
  const answers = (method) => (value) => {
    try {
      method.call(value);
      return true;
    } catch {
      return false;
    }
  };
  const getter = (Class, key) => Object.getOwnPropertyDescriptor(Class.prototype, key).get;
  const boxed = (name) => (value) => isObject(value) && tagOf(value) === name;
  const sourceOf = (value) => (typeof value === 'function' ? Object.getPrototypeOf(value)[Symbol.toStringTag] : undefined);

  const types = {
    isArrayBuffer: (value) => value instanceof ArrayBuffer,
    isSharedArrayBuffer: (value) => SharedArrayBuffer !== undefined && value instanceof SharedArrayBuffer,
    isAnyArrayBuffer: (value) => types.isArrayBuffer(value) || types.isSharedArrayBuffer(value),
    isArrayBufferView: (value) => ArrayBuffer.isView(value),
    isArgumentsObject: (value) => isObject(value) && tagOf(value) === 'Arguments' && !(Symbol.toStringTag in value),
    isAsyncFunction: (value) => /^Async/.test(sourceOf(value) ?? ''),
    isGeneratorFunction: (value) => /Generator/.test(sourceOf(value) ?? ''),
    isGeneratorObject: (value) => isObject(value) && tagOf(value) === 'Generator',
    isBigIntObject: boxed('BigInt'),
    isBooleanObject: boxed('Boolean'),
    isNumberObject: boxed('Number'),
    isStringObject: boxed('String'),
    isSymbolObject: boxed('Symbol'),
    isBoxedPrimitive: (value) => isObject(value) && ['BigInt', 'Boolean', 'Number', 'String', 'Symbol'].includes(tagOf(value)),
    isDataView: (value) => ArrayBuffer.isView(value) && typedName.call(value) === undefined,
    isDate: answers(Date.prototype.getTime),
    isExternal: () => false,
    isMap: answers(getter(Map, 'size')),
    isMapIterator: (value) => isObject(value) && tagOf(value) === 'Map Iterator',
    isModuleNamespaceObject: (value) => isObject(value) && tagOf(value) === 'Module' && Object.getPrototypeOf(value) === null,
    isNativeError: Error.isError ?? ((value) => value instanceof Error),
    isPromise: (value) => value instanceof Promise,
    isProxy: (value) => rt.proxyParts(value) !== undefined,
    isRegExp: (value) => value instanceof RegExp,
    isSet: answers(getter(Set, 'size')),
    isSetIterator: (value) => isObject(value) && tagOf(value) === 'Set Iterator',
    isTypedArray: (value) => typedName.call(value) !== undefined,
    isWeakMap: (value) => value instanceof WeakMap,
    isWeakSet: (value) => value instanceof WeakSet,
    isCryptoKey: (value) => rt.use('crypto/key').isKey(value),
    isKeyObject: (value) => rt.loaded('node/crypto-keys')?.isKeyObject(value) === true,
  };
  for (const name of ['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float16Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array']) {
    types[`is${name}`] = (value) => typedName.call(value) === name;
  }

  return types;
})
