// The global names that Node.js compatibility adds.
(function (rt) {
  'use strict';
  const { ObjectDefineProperty } = rt.primordials;
  rt.use('node/names');
  rt.defineLazyGlobal('process', 'node/process-global', 'process');
  rt.defineLazyGlobal('Buffer', 'node/buffer', 'Buffer');
  rt.defineLazyGlobal('setImmediate', 'node/timers', 'setImmediate');
  rt.defineLazyGlobal('clearImmediate', 'node/timers', 'clearImmediate');
  ObjectDefineProperty(rt.global, 'global', { __proto__: null, value: rt.global, writable: true, enumerable: false, configurable: true });
  return {};
})
