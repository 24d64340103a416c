// Bytes that the parts of node:crypto take and give.
(function (rt) {
  'use strict';
  const { ArrayBuffer } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { invalidArgType, validateFunction } = rt.use('node/errors');

  const isBytes = (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer;

  const bytesOf = (data, name, encoding = 'utf8') => {
    if (typeof data === 'string') return Buffer.from(data, encoding === 'buffer' ? 'utf8' : encoding);
    if (isBytes(data)) return data;
    throw invalidArgType(name, ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  };

  const finish = (bytes, encoding) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return encoding === undefined || encoding === null || encoding === 'buffer' ? buffer : buffer.toString(encoding);
  };

  // A function with a callback, or without one its result.
  const settle = (callback, work, spread = false) => {
    if (callback === undefined) return work();
    validateFunction(callback, 'callback');
    const { nextTick } = rt.use('node/process');
    let result;
    try {
      result = work();
    } catch (error) {
      nextTick(callback, error);
      return undefined;
    }
    if (spread) nextTick(callback, null, ...result);
    else nextTick(callback, null, result);
    return undefined;
  };

  return { bytesOf, finish, isBytes, settle };
})
