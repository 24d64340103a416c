// node:readline: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'readline',
    'clearLine clearScreenDown createInterface cursorTo emitKeypressEvents moveCursor',
    'Interface',
    { promises: rt.use('node/readline/promises') },
  );
})
