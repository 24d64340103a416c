// node:fs: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'fs',
    'access accessSync appendFile appendFileSync chmod chmodSync chown chownSync close closeSync copyFile copyFileSync cp cpSync '
      + 'createReadStream createWriteStream exists fchmod fchmodSync fchown fchownSync fdatasync fdatasyncSync fstat fstatSync fsync '
      + 'fsyncSync ftruncate ftruncateSync futimes futimesSync glob globSync lchmod lchmodSync lchown lchownSync link linkSync lstat '
      + 'lstatSync lutimes lutimesSync mkdir mkdirSync mkdtemp mkdtempSync open openAsBlob openSync opendir opendirSync read readFile '
      + 'readFileSync readSync readdir readdirSync readlink readlinkSync readv readvSync realpath realpathSync rename renameSync rm rmSync '
      + 'rmdir rmdirSync stat statSync statfs statfsSync symlink symlinkSync truncate truncateSync unlink unlinkSync unwatchFile utimes '
      + 'utimesSync watch watchFile write writeFile writeFileSync writeSync writev writevSync',
    'Dir Dirent FileReadStream FileWriteStream ReadStream Stats WriteStream',
    { promises: rt.use('node/fs/promises'), constants: rt.use('node/fs/promises').constants, existsSync: () => false, F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 },
  );
})
