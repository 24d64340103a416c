// node:cluster: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'cluster',
    'disconnect fork setupPrimary',
    'Worker',
    { isMaster: true, isPrimary: true, isWorker: false, workers: {} },
  );
})
