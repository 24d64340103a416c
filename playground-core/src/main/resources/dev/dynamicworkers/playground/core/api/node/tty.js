// node:tty: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'tty',
    '',
    'ReadStream WriteStream',
    { isatty: () => false },
  );
})
