// node:trace_events: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'trace_events',
    'createTracing getEnabledCategories',
    '',
    {},
  );
})
