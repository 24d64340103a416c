// node:wasi: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'wasi',
    '',
    'WASI',
    {},
  );
})
