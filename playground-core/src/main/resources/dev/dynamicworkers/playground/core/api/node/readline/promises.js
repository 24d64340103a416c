// node:readline/promises: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'readline/promises',
    'createInterface',
    'Interface Readline',
    {},
  );
})
