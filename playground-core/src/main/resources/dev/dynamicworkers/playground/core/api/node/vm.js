// node:vm: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'vm',
    'compileFunction createContext isContext measureMemory runInContext runInNewContext runInThisContext',
    'Script',
    { constants: {} },
  );
})
