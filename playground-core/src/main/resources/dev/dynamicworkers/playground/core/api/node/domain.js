// node:domain: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'domain',
    'create createDomain',
    'Domain',
    {},
  );
})
