// node:child_process: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'child_process',
    '_forkChild exec execFile execFileSync execSync fork spawn spawnSync',
    'ChildProcess',
    {},
  );
})
