// node:inspector: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'inspector',
    'close open url waitForDebugger',
    'Session',
    { console: {} },
  );
})
