// node:fs: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'fs',
    'access accessSync appendFile appendFileSync chmod chmodSync close closeSync copyFile copyFileSync cp cpSync '
      + 'createReadStream createWriteStream existsSync fstat fstatSync lstat lstatSync mkdir mkdirSync mkdtemp '
      + 'mkdtempSync open openSync opendir opendirSync read readFile readFileSync readSync readdir readdirSync readlink '
      + 'readlinkSync realpath realpathSync rename renameSync rm rmSync rmdir rmdirSync stat statSync symlink '
      + 'symlinkSync truncate truncateSync unlink unlinkSync unwatchFile utimes utimesSync watch watchFile write '
      + 'writeFile writeFileSync writeSync',
    'Dir Dirent ReadStream Stats WriteStream',
    { promises: rt.use('node/fs/promises'), constants: { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 } },
  );
})
