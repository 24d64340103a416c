// node:stream, of the npm package readable-stream.
(function (rt) {
  'use strict';
  const { Object } = rt.primordials;
  const { require } = rt.use('node/npm');
  const stream = require('readable-stream', 'lib/stream.js');
  Object.defineProperty(stream, 'promises', {
    __proto__: null, configurable: true, enumerable: true, get: () => require('readable-stream', 'lib/stream/promises.js'),
  });
  return stream;
})
