// node:tls: sockets whose connections are encrypted by the host; servers refuse, contexts say nothing.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Error, Object } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { isFor } = rt.use('node/certificate-names');

  const { TLSSocket, connectSecurely } = rt.use('node/net-socket');

  class SecureContext { context = undefined; }

  return rt.use('node/refusing').refusing('tls', 'createSecurePair', '', {
    connect: connectSecurely,
    TLSSocket,
    SecureContext,
    createSecureContext: () => new SecureContext(),
    Server: class Server { constructor() { throw new Error('Not implemented'); } },
    createServer() { throw new Error('Not implemented'); },
    getCiphers() { throw new Error('Not implemented'); },
    // The names that a certificate is for: those of its alternative names, else its common name.
    checkServerIdentity(host, certificate) {
      const names = (certificate.subjectaltname ?? '').split(', ').filter((name) => name.startsWith('DNS:')).map((name) => name.slice(4));
      if (names.length === 0 && certificate.subject?.CN !== undefined) names.push(certificate.subject.CN);
      if (names.some((name) => isFor(name, host))) return undefined;
      const reason = `Host: ${host}. is not in the cert's altnames: ${certificate.subjectaltname ?? ''}`;
      const error = new Error(`Hostname/IP does not match certificate's altnames: ${reason}`);
      return Object.assign(error, { code: 'ERR_TLS_CERT_ALTNAME_INVALID', reason, host, cert: certificate });
    },
    // Protocol names as TLS carries them: each behind its length.
    convertALPNProtocols(protocols, out) {
      if (!rt.primordials.Array.isArray(protocols)) {
        if (ArrayBuffer.isView(protocols)) out.ALPNProtocols = Buffer.from(protocols);
        return;
      }
      out.ALPNProtocols = Buffer.concat(protocols.map((name) => Buffer.concat([Buffer.from([Buffer.byteLength(name)]), Buffer.from(name)])));
    },
    rootCertificates: [], CLIENT_RENEG_LIMIT: 3, CLIENT_RENEG_WINDOW: 600, DEFAULT_CIPHERS: '', DEFAULT_ECDH_CURVE: 'auto',
    DEFAULT_MAX_VERSION: 'TLSv1.3', DEFAULT_MIN_VERSION: 'TLSv1.2',
  });
})
