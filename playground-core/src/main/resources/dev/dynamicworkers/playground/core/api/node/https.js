// node:https: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'https',
    'createServer get request',
    'Agent Server',
    {},
  );
})
