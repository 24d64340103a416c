// node:stream/promises.
(function (rt) {
  'use strict';
  return rt.use('node/stream').promises;
})
