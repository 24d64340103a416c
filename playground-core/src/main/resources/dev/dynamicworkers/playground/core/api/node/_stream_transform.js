// node:_stream_transform: the class alone.
(function (rt) {
  'use strict';
  return rt.use('node/stream').Transform;
})
