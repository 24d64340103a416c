// The global names that Node.js compatibility adds.
(function (rt) {
  'use strict';
  const { ObjectDefineProperty } = rt.primordials;
  rt.use('node/names');
  rt.defineLazyGlobal('process', 'node/process-global', 'process');
  rt.defineLazyGlobal('Buffer', 'node/buffer', 'Buffer');
  rt.defineLazyGlobal('setImmediate', 'node/timers', 'setImmediate');
  rt.defineLazyGlobal('clearImmediate', 'node/timers', 'clearImmediate');
  if (rt.compat.has('enable_nodejs_global_timers')) {
    for (const name of ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval']) rt.defineLazyGlobal(name, 'node/timers', name);
  }
  if (rt.compat.has('nodejs_compat') && rt.compat.date >= '2026-08-04') {
    for (const name of [
      'Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver', 'PerformanceObserverEntryList',
      'PerformanceResourceTiming',
    ]) {
      rt.defineLazyGlobal(name, 'performance/performance', name);
    }
  }
  ObjectDefineProperty(rt.global, 'global', { __proto__: null, value: rt.global, writable: true, enumerable: false, configurable: true });
  return {};
})
