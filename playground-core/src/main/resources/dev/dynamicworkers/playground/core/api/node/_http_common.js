// What the modules of node:http share: names, and what a header may hold.
(function (rt) {
  'use strict';
  const { Symbol, TypeError } = rt.primordials;
  const { invalidArgType, withCode } = rt.use('node/errors');

  const methods = ('ACL BIND CHECKOUT CONNECT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY OPTIONS '
    + 'PATCH POST PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE UNBIND UNLINK UNLOCK UNSUBSCRIBE').split(' ');
  const isToken = (text) => /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/.test(text);
  const hasInvalidChar = (text) => /[^\t\x20-\x7e\x80-\xff]/.test(text);

  const validateHeaderName = (name, label) => {
    if (typeof name !== 'string' || !isToken(name)) {
      throw withCode(TypeError, 'ERR_INVALID_HTTP_TOKEN', `${label || 'Header name'} must be a valid HTTP token ["${name}"]`);
    }
  };
  const validateHeaderValue = (name, value) => {
    if (value === undefined) throw withCode(TypeError, 'ERR_HTTP_INVALID_HEADER_VALUE', `Invalid value "${value}" for header "${name}"`);
    if (hasInvalidChar(value)) throw withCode(TypeError, 'ERR_INVALID_CHAR', `Invalid character in header content ["${name}"]`);
  };
  const setMaxIdleHTTPParsers = (max) => {
    if (typeof max !== 'number') throw invalidArgType('max', 'number', max);
  };

  return {
    _checkIsHttpToken: isToken, _checkInvalidHeaderChar: hasInvalidChar, chunkExpression: /(?:^|\W)chunked(?:$|\W)/i,
    continueExpression: /(?:^|\W)100-continue(?:$|\W)/i, CRLF: '\r\n', methods, kIncomingMessage: Symbol('IncomingMessage'),
    parsers: { name: 'parsers', max: 1000 }, validateHeaderName, validateHeaderValue, setMaxIdleHTTPParsers,
  };
})
