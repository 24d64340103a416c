// node:_tls_wrap: the sockets of node:tls.
(function (rt) {
  'use strict';
  const { TLSSocket, connect } = rt.use('node/tls');
  return { TLSSocket, connect };
})
