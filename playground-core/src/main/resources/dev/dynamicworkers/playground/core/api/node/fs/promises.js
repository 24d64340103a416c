// node:fs/promises: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'fs/promises',
    'access appendFile chmod chown copyFile cp glob lchmod lchown link lstat lutimes mkdir mkdtemp open opendir readFile readdir readlink '
      + 'realpath rename rm rmdir stat statfs symlink truncate unlink utimes watch writeFile',
    'FileHandle',
    { constants: { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 } },
  );
})
