// Brotli (RFC 7932) written as it is: blocks that are not compressed, which every decoder reads.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Math } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const MOST = 65_536;
  const WINDOW_BITS = 1; // the one bit 0: a window of 16 bits
  const HEAD_BITS = 3; // not the last block, lengths in four nibbles
  const LENGTH_BITS = 16;

  // Three bytes before a block: its length less one, and that it is not compressed.
  const headOf = (length, isFirst) => {
    const shift = HEAD_BITS + (isFirst ? WINDOW_BITS : 0);
    const bits = ((length - 1) << shift) | (1 << (shift + LENGTH_BITS));
    return Buffer.from([bits & 255, (bits >> 8) & 255, (bits >> 16) & 255]);
  };

  const stored = (input) => {
    const bytes = ArrayBuffer.isView(input) ? Buffer.from(input.buffer, input.byteOffset, input.byteLength) : Buffer.from(input);
    // An empty last block ends the stream; alone it comes behind the bit of the window.
    if (bytes.length === 0) return Buffer.from([0b110]);
    const parts = [];
    for (let at = 0; at < bytes.length; at += MOST) {
      const length = Math.min(MOST, bytes.length - at);
      parts.push(headOf(length, at === 0), bytes.subarray(at, at + length));
    }
    parts.push(Buffer.from([0b11]));
    return Buffer.concat(parts);
  };

  return { stored };
})
