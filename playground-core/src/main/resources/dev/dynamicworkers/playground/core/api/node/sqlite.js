// node:sqlite: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'sqlite',
    'backup',
    'DatabaseSync StatementSync',
    { constants: {} },
  );
})
