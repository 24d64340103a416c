// node:_tls_common: the contexts of node:tls.
(function (rt) {
  'use strict';
  const { SecureContext, createSecureContext } = rt.use('node/tls');
  return { SecureContext, createSecureContext, translatePeerCertificate: (certificate) => certificate ?? null };
})
