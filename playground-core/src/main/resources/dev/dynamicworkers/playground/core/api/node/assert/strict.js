// node:assert/strict.
(function (rt) {
  'use strict';
  return rt.use('node/assert').strict;
})
