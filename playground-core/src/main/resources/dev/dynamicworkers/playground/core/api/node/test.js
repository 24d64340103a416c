// node:test: mocks alone, as on the platform; tests are run from outside.
(function (rt) {
  'use strict';
  return rt.use('node/mock');
})
