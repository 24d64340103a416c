// Whether a value holds another one: all its properties, members and entries, compared strictly, and perhaps more.
(function (rt) {
  'use strict';
  const { Array, ArrayBuffer, Map, Object, Set, WeakMap } = rt.primordials;
  const { isDeepStrictEqual } = rt.use('node/comparisons');

  const keysOf = (value) => [
    ...Object.keys(value), ...Object.getOwnPropertySymbols(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key)),
  ];

  const isPlain = (value) => /^\[object (Object|Module)\]$/.test(Object.prototype.toString.call(value));

  const holds = (actual, expected, seen) => {
    if (Object.is(actual, expected)) return true;
    if (typeof actual !== 'object' || actual === null || typeof expected !== 'object' || expected === null) return false;
    if (seen.get(expected) === actual) return true;
    seen.set(expected, actual);
    if (Object.getPrototypeOf(actual) !== Object.getPrototypeOf(expected)) return false;
    if (Array.isArray(expected) || (ArrayBuffer.isView(expected) && expected.length !== undefined)) {
      return actual.length >= expected.length && keysOf(expected).every((key) => Object.hasOwn(actual, key) && holds(actual[key], expected[key], seen));
    }
    if (expected instanceof Set) {
      return [...expected].every((member) => [...actual].some((one) => isDeepStrictEqual(one, member)));
    }
    if (expected instanceof Map) {
      return [...expected].every(([key, value]) => actual.has(key) && holds(actual.get(key), value, seen));
    }
    if (!isPlain(expected) || !isPlain(actual)) return isDeepStrictEqual(actual, expected);
    return keysOf(expected).every((key) => Object.hasOwn(actual, key) && holds(actual[key], expected[key], seen));
  };

  return { isPartlyEqual: (actual, expected) => holds(actual, expected, new WeakMap()) };
})
