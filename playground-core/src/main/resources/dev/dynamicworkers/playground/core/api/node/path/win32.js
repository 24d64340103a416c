// node:path/win32.
(function (rt) {
  'use strict';
  return rt.use('node/path');
})
