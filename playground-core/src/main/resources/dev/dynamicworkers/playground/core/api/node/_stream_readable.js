// node:_stream_readable: the class alone.
(function (rt) {
  'use strict';
  return rt.use('node/stream').Readable;
})
