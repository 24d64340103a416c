// node:perf_hooks: the global performance and its classes.
(function (rt) {
  'use strict';
  const {
    performance, Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList,
    PerformanceResourceTiming,
  } = rt.use('performance/performance');
  return rt.use('node/refusing').refusing('', 'createHistogram monitorEventLoopDelay', '', {
    performance, Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList,
    PerformanceResourceTiming, constants: {},
    eventLoopUtilization: () => ({ idle: 0, active: 0, utilization: 0 }),
    timerify: (callback) => callback,
  });
})
