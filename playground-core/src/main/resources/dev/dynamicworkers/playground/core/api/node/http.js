// node:http: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'http',
    'createServer get request setMaxIdleHTTPParsers validateHeaderName validateHeaderValue',
    'Agent ClientRequest IncomingMessage OutgoingMessage Server ServerResponse',
    { METHODS: ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'], STATUS_CODES: {}, maxHeaderSize: 16384 },
  );
})
