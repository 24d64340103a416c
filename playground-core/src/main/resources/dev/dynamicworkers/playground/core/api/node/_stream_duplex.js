// node:_stream_duplex: the class alone.
(function (rt) {
  'use strict';
  return rt.use('node/stream').Duplex;
})
