// node:http2: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'http2',
    'connect createSecureServer createServer getDefaultSettings getPackedSettings getUnpackedSettings '
      + 'performServerHandshake',
    'Http2ServerRequest Http2ServerResponse',
    { constants: {} },
  );
})
