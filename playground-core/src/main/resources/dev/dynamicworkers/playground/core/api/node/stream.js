// node:stream, of the npm package readable-stream.
(function (rt) {
  'use strict';
  const { Object } = rt.primordials;
  const { require } = rt.use('node/npm');
  const stream = require('readable-stream', 'lib/stream.js');
  Object.defineProperty(stream, 'promises', {
    __proto__: null, configurable: true, enumerable: true, get: () => require('readable-stream', 'lib/stream/promises.js'),
  });
  rt.use('node/stream-web').adapt(stream);
  stream._isArrayBufferView = rt.primordials.ArrayBuffer.isView;
  stream.duplexPair = (options) => {
    const sides = [];
    for (const at of [0, 1]) {
      let resume = null;
      const side = new stream.Duplex({
        ...options,
        read() {
          const go = resume;
          resume = null;
          go?.();
        },
        write(chunk, encoding, callback) {
          const other = sides[1 - at];
          if (chunk.length === 0) rt.use('node/process').nextTick(callback);
          else {
            other.push(chunk);
            other.onRead(callback);
          }
        },
        final(callback) {
          const other = sides[1 - at];
          other.on('end', callback);
          other.push(null);
        },
      });
      Object.defineProperty(side, 'onRead', { __proto__: null, value: (callback) => { resume = callback; }, enumerable: false });
      sides.push(side);
    }
    return sides;
  };
  return stream;
})
