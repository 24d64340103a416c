// The size in bytes that V8's serializer gives a value: the measure of the platform's limit on `env`.
(function (rt) {
  'use strict';
  const { ObjectKeys, ArrayIsArray, ArrayBufferIsView, ArrayBuffer } = rt.primordials;

  function varint(n) {
    let bytes = 1;
    while (n >= 128) {
      n = Math.floor(n / 128);
      bytes++;
    }
    return bytes;
  }

  function stringSize(text) {
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) > 255) return 1 + varint(text.length * 2) + text.length * 2;
    }
    return 1 + varint(text.length) + text.length;
  }

  function size(value, seen) {
    switch (typeof value) {
      case 'string':
        return stringSize(value);
      case 'number':
        return Number.isInteger(value) && Math.abs(value) < 2 ** 30 ? 1 + varint(value < 0 ? -value * 2 - 1 : value * 2) : 9;
      case 'bigint':
        return 2 + Math.max(8, Math.ceil(value.toString(16).length / 2));
      case 'object':
        break;
      default:
        return 1;
    }
    if (value === null) return 1;
    if (seen.has(value)) return 2;
    seen.add(value);
    if (value instanceof ArrayBuffer) return 1 + varint(value.byteLength) + value.byteLength;
    if (ArrayBufferIsView(value)) return size(value.buffer, seen) + 2 + varint(value.byteOffset) + varint(value.byteLength) + 1;
    if (ArrayIsArray(value)) {
      let total = 1 + varint(value.length) + 2 + varint(value.length);
      for (const item of value) total += size(item, seen);
      return total;
    }
    let total = 2;
    let count = 0;
    for (const key of ObjectKeys(value)) {
      total += stringSize(key) + size(value[key], seen);
      count++;
    }
    return total + varint(count);
  }

  // The header is two bytes.
  const sizeOf = (value) => 2 + size(value, new Set());
  return { sizeOf };
})
