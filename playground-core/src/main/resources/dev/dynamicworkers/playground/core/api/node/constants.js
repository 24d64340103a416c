// node:constants.
(function (rt) {
  'use strict';
  return { ...rt.use('node/os').constants.errno, ...rt.use('node/os').constants.signals, F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 };
})
