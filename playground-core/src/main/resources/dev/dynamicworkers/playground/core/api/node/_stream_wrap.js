// node:_stream_wrap: a class that refuses.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing('', '', 'JSStreamSocket').JSStreamSocket;
})
