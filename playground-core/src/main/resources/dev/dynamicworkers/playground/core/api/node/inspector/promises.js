// node:inspector/promises: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'inspector/promises',
    'close open url waitForDebugger',
    'Session',
    { console: {} },
  );
})
