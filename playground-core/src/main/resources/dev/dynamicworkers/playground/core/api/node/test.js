// node:test: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'test',
    'after afterEach before beforeEach describe it run suite test todo skip',
    '',
    { mock: {} },
  );
})
