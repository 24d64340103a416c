// node:repl: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'repl',
    'start',
    'REPLServer Recoverable',
    { builtinModules: [] },
  );
})
