// node:sys, the old name of node:util.
(function (rt) {
  'use strict';
  return rt.use('node/util');
})
