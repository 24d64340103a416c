// node:dgram: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'dgram',
    'createSocket',
    'Socket',
    {},
  );
})
