// The global names that `nodejs_compat` adds.
(function (rt) {
  'use strict';
  const { ObjectDefineProperty } = rt.primordials;
  ObjectDefineProperty(rt.global, 'global', { value: rt.global, writable: true, enumerable: false, configurable: true });
  return {};
})
