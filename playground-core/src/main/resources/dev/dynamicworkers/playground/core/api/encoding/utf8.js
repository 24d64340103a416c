// UTF-8 for the runtime's own use.
(function (rt) {
  'use strict';
  const encode = rt.host('encoding.utf8');
  const length = rt.host('encoding.utf8Length');
  const decode = rt.host('encoding.text');
  const BOM = '\uFEFF';

  // Encoding standard, "UTF-8 decode": malformed sequences replaced, a byte order mark dropped.
  function text(bytes) {
    if (bytes.length === 0) return '';
    const decoded = decode(bytes);
    return decoded[0] === BOM ? decoded.slice(1) : decoded;
  }

  return { encode, length, decode, text };
})
