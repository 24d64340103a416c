// Deep equality of values as node:assert and node:util define it, strict and loose.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Array, Date, Error, Map, Number, Object, RegExp, Set, Symbol, Uint8Array, WeakMap } = rt.primordials;
  const { getPrototypeOf, hasOwn, is } = Object;
  const isObject = (value) => typeof value === 'object' && value !== null;
  const tagOf = (value) => Object.prototype.toString.call(value);

  const isDeepEqual = (a, b) => equal(a, b, false, new WeakMap());
  const isDeepStrictEqual = (a, b) => equal(a, b, true, new WeakMap());

  const equal = (a, b, strict, memo) => {
    if (a === b) return a !== 0 || !strict || is(a, b);
    if (strict) {
      if (!isObject(a)) return typeof a === 'number' && Number.isNaN(a) && Number.isNaN(b);
      if (!isObject(b) || getPrototypeOf(a) !== getPrototypeOf(b)) return false;
    } else {
      if (!isObject(a)) return !isObject(b) && (a == b || (a !== a && b !== b));
      if (!isObject(b)) return false;
    }
    if (tagOf(a) !== tagOf(b) || Array.isArray(a) !== Array.isArray(b)) return false;
    return equalObjects(a, b, strict, memo);
  };

  const equalObjects = (a, b, strict, memo) => {
    if (memo.get(a) === b) return true;
    memo.set(a, b);
    const same = equalContent(a, b, strict, memo);
    if (!same) memo.delete(a);
    return same;
  };

  const bytesOf = (value) => (ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(value));

  const equalBytes = (a, b) => {
    const left = bytesOf(a);
    const right = bytesOf(b);
    return left.length === right.length && left.every((byte, i) => byte === right[i]);
  };

  const equalContent = (a, b, strict, memo) => {
    if (Array.isArray(a)) {
      return a.length === b.length && equalKeys(a, b, strict, memo);
    }
    if (a instanceof Date) {
      if (!(b instanceof Date) || !is(Date.prototype.getTime.call(a), Date.prototype.getTime.call(b))) return false;
    } else if (a instanceof RegExp) {
      if (!(b instanceof RegExp) || a.source !== b.source || a.flags !== b.flags || a.lastIndex !== b.lastIndex) return false;
    } else if (a instanceof Error) {
      if (!(b instanceof Error) || a.name !== b.name || a.message !== b.message) return false;
      if (!equal(a.cause, b.cause, strict, memo) || !equal(a.errors, b.errors, strict, memo)) return false;
    } else if (ArrayBuffer.isView(a)) {
      if (!ArrayBuffer.isView(b)) return false;
      const isFloat = /Float/.test(tagOf(a));
      if (isFloat ? !equalFloats(a, b, strict) : !equalBytes(a, b)) return false;
      return equalKeys(a, b, strict, memo, (key) => typeof key === 'symbol' || !/^\d+$/.test(key));
    } else if (a instanceof ArrayBuffer) {
      if (!(b instanceof ArrayBuffer) || !equalBytes(a, b)) return false;
    } else if (a instanceof Map) {
      if (!(b instanceof Map) || a.size !== b.size || !equalMaps(a, b, strict, memo)) return false;
    } else if (a instanceof Set) {
      if (!(b instanceof Set) || a.size !== b.size || !equalSets(a, b, strict, memo)) return false;
    } else if (/^\[object (Number|String|Boolean|BigInt|Symbol)\]$/.test(tagOf(a)) && typeof a.valueOf === 'function') {
      if (!is(a.valueOf(), b.valueOf()) && isObject(a) && !isObject(a.valueOf())) return false;
    } else if (a instanceof WeakMap || tagOf(a) === '[object WeakSet]' || tagOf(a) === '[object Promise]') {
      return false;
    }
    return equalKeys(a, b, strict, memo);
  };

  const equalFloats = (a, b, strict) => {
    if (a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (strict ? !is(a[i], b[i]) : !(a[i] === b[i] || (a[i] !== a[i] && b[i] !== b[i]))) return false;
    return true;
  };

  const keysOf = (value, strict, wanted) => {
    const keys = Object.keys(value);
    if (strict) for (const symbol of Object.getOwnPropertySymbols(value)) if (Object.prototype.propertyIsEnumerable.call(value, symbol)) keys.push(symbol);
    return wanted === undefined ? keys : keys.filter(wanted);
  };

  const equalKeys = (a, b, strict, memo, wanted = undefined) => {
    const keys = keysOf(a, strict, wanted);
    if (keys.length !== keysOf(b, strict, wanted).length) return false;
    for (const key of keys) {
      if (!hasOwn(b, key) || !Object.prototype.propertyIsEnumerable.call(b, key)) return false;
    }
    return keys.every((key) => equal(a[key], b[key], strict, memo));
  };

  const equalMaps = (a, b, strict, memo) => {
    const rest = new Map(b);
    const unmatched = [];
    for (const [key, value] of a) {
      if (rest.has(key) && equal(value, rest.get(key), strict, memo)) rest.delete(key);
      else if (strict && !isObject(key)) return false;
      else unmatched.push([key, value]);
    }
    return unmatched.every(([key, value]) => {
      for (const [otherKey, otherValue] of rest) {
        if (equal(key, otherKey, strict, memo) && equal(value, otherValue, strict, memo)) return rest.delete(otherKey);
      }
      return false;
    });
  };

  const equalSets = (a, b, strict, memo) => {
    const rest = new Set(b);
    const unmatched = [];
    for (const value of a) {
      if (rest.delete(value)) continue;
      if (strict && !isObject(value)) return false;
      unmatched.push(value);
    }
    return unmatched.every((value) => {
      for (const other of rest) if (equal(value, other, strict, memo)) return rest.delete(other);
      return false;
    });
  };

  return { isDeepEqual, isDeepStrictEqual };
})
