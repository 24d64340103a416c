// node:stream/promises.
(function (rt) {
  'use strict';
  const { promises } = rt.use('node/stream');
  return rt.primordials.Object.defineProperty(promises, 'promises', { __proto__: null, value: promises, enumerable: false });
})
