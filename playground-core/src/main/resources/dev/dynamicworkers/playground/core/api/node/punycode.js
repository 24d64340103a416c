// node:punycode.
(function (rt) {
  'use strict';
  return rt.use('node/npm').require('punycode', 'punycode.js');
})
