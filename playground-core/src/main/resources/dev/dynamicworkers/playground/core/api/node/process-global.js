// The global `process` as a named export.
(function (rt) {
  'use strict';
  return { process: rt.use('node/process') };
})
