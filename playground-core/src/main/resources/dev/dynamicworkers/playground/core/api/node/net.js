// node:net: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'net',
    'connect createConnection createServer',
    'BlockList Server Socket SocketAddress Stream',
    { isIP: (text) => (/^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => part < 256) ? 4 : /^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(text) ? 6 : 0), isIPv4: (text) => /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => part < 256), isIPv6: (text) => /^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(text) },
  );
})
