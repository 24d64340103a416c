// node:path/posix.
(function (rt) {
  'use strict';
  return rt.use('node/path');
})
