// node:_stream_writable: the class alone.
(function (rt) {
  'use strict';
  return rt.use('node/stream').Writable;
})
