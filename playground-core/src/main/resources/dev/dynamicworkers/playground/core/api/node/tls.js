// node:tls: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'tls',
    'checkServerIdentity connect createSecureContext createServer getCiphers',
    'Server TLSSocket SecureContext',
    { rootCertificates: [] },
  );
})
