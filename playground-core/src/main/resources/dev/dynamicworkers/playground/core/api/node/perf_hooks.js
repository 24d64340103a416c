// node:perf_hooks.
(function (rt) {
  'use strict';
  const source = rt.use('performance/performance');
  const { notImplemented } = rt.use('node/errors');
  const { performance, Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList, PerformanceResourceTiming } = source;
  const refuse = (name) => () => { throw notImplemented(`perf_hooks.${name}`); };
  return {
    performance, Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList,
    PerformanceResourceTiming, constants: {}, monitorEventLoopDelay: refuse('monitorEventLoopDelay'), createHistogram: refuse('createHistogram'),
  };
})
