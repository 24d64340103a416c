// Numbers without a sign, as the reference runtime converts them.
(function (rt) {
  'use strict';
  const { Number, TypeError, MathTrunc } = rt.primordials;

  // The value as a whole number from 0 to `most`, or a TypeError.
  function unsigned(value, most) {
    if (typeof value === 'bigint') throw new TypeError('Cannot convert a BigInt value to a number');
    const number = Number(value);
    if (number !== number || number === Infinity || number === -Infinity) {
      throw new TypeError('The value cannot be converted because it is not an integer.');
    }
    const integer = MathTrunc(number);
    if (integer < 0) {
      throw new TypeError('The value cannot be converted because it is negative and this API expects a positive number.');
    }
    if (integer > most) throw new TypeError(`Value out of range. Must be less than or equal to ${most}.`);
    return integer;
  }
  return { unsigned, MOST_UINT32: 4294967295 };
})
