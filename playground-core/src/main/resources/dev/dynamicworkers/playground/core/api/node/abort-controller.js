// What the npm package abort-controller exports.
(function (rt) {
  'use strict';
  const { AbortController, AbortSignal } = rt.use('events/abort');
  return { AbortController, AbortSignal };
})
