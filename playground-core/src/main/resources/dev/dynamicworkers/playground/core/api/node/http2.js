// node:http2: present, and refusing.
(function (rt) {
  'use strict';
  const { Buffer } = rt.use('node/buffer');
  return rt.use('node/refusing').refusing(
    'http2',
    'connect createSecureServer createServer performServerHandshake',
    'Http2ServerRequest Http2ServerResponse',
    {
      constants: {}, sensitiveHeaders: rt.primordials.Symbol('nodejs.http2.sensitiveHeaders'),
      getDefaultSettings: () => ({}), getPackedSettings: () => Buffer.from(''), getUnpackedSettings: () => ({}),
    },
  );
})
