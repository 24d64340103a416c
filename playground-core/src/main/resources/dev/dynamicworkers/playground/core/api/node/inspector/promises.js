// node:inspector/promises.
(function (rt) {
  'use strict';
  return rt.use('node/inspector');
})
