// Every name of the global scope with the names of its members: own ones of functions, and of prototypes and objects those of their whole chain.
const ENGINE = new Set('Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError FinalizationRegistry Float16Array Float32Array Float64Array Function Int8Array Int16Array Int32Array Intl Iterator JSON Map Math Number Object Promise Proxy Reflect RegExp Set SharedArrayBuffer String Symbol Uint8Array Uint8ClampedArray Uint16Array Uint32Array WeakMap WeakRef WeakSet WebAssembly'.split(' '));
const kind = (descriptor) => ('value' in descriptor ? (typeof descriptor.value === 'function' ? '()' : '') : '');
function own(object, skip) {
  return Object.getOwnPropertyNames(object).filter((name) => !skip.includes(name)).map((name) => name + kind(Object.getOwnPropertyDescriptor(object, name)));
}
function chain(object) {
  const names = new Set();
  for (let p = object; p && p !== Object.prototype && p !== Function.prototype; p = Object.getPrototypeOf(p)) {
    for (const name of own(p, ['constructor'])) names.add(name);
  }
  return [...names].sort().join(' ');
}
function describe(name, value) {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return typeof value;
  if (typeof value === 'object') return { members: chain(value) };
  const out = { statics: own(value, ['length', 'name', 'prototype', 'arguments', 'caller']).sort().join(' ') };
  if (value.prototype && /^[A-Z]/.test(name)) out.prototype = chain(value.prototype);
  return out;
}
export default {
  fetch() {
    const names = new Set();
    for (let p = globalThis; p && p !== Object.prototype; p = Object.getPrototypeOf(p)) for (const name of Object.getOwnPropertyNames(p)) names.add(name);
    for (const name of ['constructor', 'globalThis', 'self', '__proto__']) names.delete(name);
    const out = { names: [...names].sort().join(' ') };
    for (const name of [...names].sort()) if (!ENGINE.has(name) && name !== 'ServiceWorkerGlobalScope' && name !== 'WorkerGlobalScope') out[name] = describe(name, globalThis[name]);
    return Response.json(out);
  },
};
