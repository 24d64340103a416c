// node:_stream_passthrough: the class alone.
(function (rt) {
  'use strict';
  return rt.use('node/stream').PassThrough;
})
