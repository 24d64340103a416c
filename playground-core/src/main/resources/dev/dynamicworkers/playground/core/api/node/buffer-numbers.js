// The methods of Buffer that read and write numbers.
(function (rt) {
  'use strict';
  const { DataView, Math, Number, RangeError, Reflect } = rt.primordials;
  const { invalidArgType, outOfRange, withCode } = rt.use('node/errors');

  const viewOf = (buffer) => new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);

  const checkOffset = (buffer, offset, size) => {
    if (typeof offset !== 'number') throw invalidArgType('offset', 'number', offset);
    if (!Number.isInteger(offset)) throw outOfRange('offset', 'an integer', offset);
    if (size > buffer.length) throw withCode(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', 'Attempt to access memory outside buffer bounds');
    if (offset < 0 || offset + size > buffer.length) throw outOfRange('offset', `>= 0 and <= ${buffer.length - size}`, offset);
  };

  const checkValue = (value, min, max) => {
    const type = typeof min;
    if (typeof value !== type) throw invalidArgType('value', type, value);
    if (value < min || value > max) throw outOfRange('value', `>= ${min}${type === 'bigint' ? 'n' : ''} and <= ${max}${type === 'bigint' ? 'n' : ''}`, value);
  };

  // Name, method of DataView, size, least and greatest value.
  const KINDS = [
    ['UInt8', 'Uint8', 1, 0, 0xff], ['Int8', 'Int8', 1, -0x80, 0x7f],
    ['UInt16', 'Uint16', 2, 0, 0xffff], ['Int16', 'Int16', 2, -0x8000, 0x7fff],
    ['UInt32', 'Uint32', 4, 0, 0xffffffff], ['Int32', 'Int32', 4, -0x80000000, 0x7fffffff],
    ['BigUInt64', 'BigUint64', 8, 0n, 0xffffffffffffffffn], ['BigInt64', 'BigInt64', 8, -0x8000000000000000n, 0x7fffffffffffffffn],
    ['Float', 'Float32', 4], ['Double', 'Float64', 8],
  ];

  const aliases = (name) => (name.includes('UInt') ? [name, name.replace('UInt', 'Uint')] : [name]);

  const readBytes = (buffer, offset, size, little) => {
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + buffer[offset + (little ? size - 1 - i : i)];
    return value;
  };

  const checkSize = (size) => {
    if (typeof size !== 'number') throw invalidArgType('byteLength', 'number', size);
    if (!(size >= 1 && size <= 6)) throw outOfRange('byteLength', '>= 1 and <= 6', size);
  };

  const installFixed = (define) => {
    for (const [name, view, size, min, max] of KINDS) {
      for (const end of size === 1 ? [''] : ['LE', 'BE']) {
        const little = end === 'LE';
        const read = function (offset = 0) {
          checkOffset(this, offset, size);
          return viewOf(this)[`get${view}`](offset, little);
        };
        const write = function (value, offset = 0) {
          if (min !== undefined) checkValue(typeof min === 'number' ? Number(value) : value, min, max);
          checkOffset(this, offset, size);
          viewOf(this)[`set${view}`](offset, value, little);
          return offset + size;
        };
        for (const alias of aliases(`read${name}${end}`)) define(alias, read);
        for (const alias of aliases(`write${name}${end}`)) define(alias, write);
      }
    }
  };

  const installVariable = (define) => {
    for (const end of ['LE', 'BE']) {
      const little = end === 'LE';
      const readUInt = function (offset, size) {
        checkSize(size);
        checkOffset(this, offset, size);
        return readBytes(this, offset, size, little);
      };
      const readInt = function (offset, size) {
        const value = Reflect.apply(readUInt, this, [offset, size]);
        const limit = 2 ** (8 * size - 1);
        return value >= limit ? value - 2 * limit : value;
      };
      const writer = (signed) => function (value, offset, size) {
        checkSize(size);
        const limit = 2 ** (8 * size);
        checkValue(Number(value), signed ? -limit / 2 : 0, signed ? limit / 2 - 1 : limit - 1);
        checkOffset(this, offset, size);
        let rest = Number(value) < 0 ? Number(value) + limit : Number(value);
        for (let i = 0; i < size; i++) {
          this[offset + (little ? i : size - 1 - i)] = rest % 256;
          rest = Math.floor(rest / 256);
        }
        return offset + size;
      };
      for (const alias of aliases(`readUInt${end}`)) define(alias, readUInt);
      for (const alias of aliases(`writeUInt${end}`)) define(alias, writer(false));
      define(`readInt${end}`, readInt);
      define(`writeInt${end}`, writer(true));
    }
  };

  return {
    install(define) {
      installFixed(define);
      installVariable(define);
    },
  };
})
