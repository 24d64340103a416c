// performance: the clock of the invocation, and the timeline classes that come with Node.js compatibility.
(function (rt) {
  'use strict';
  const { Number, String } = rt.primordials;
  const { EventTarget } = rt.use('events/target');
  const secret = {};

  const entrySlots = rt.slots();
  class PerformanceEntry {
    constructor(key, name, entryType, startTime, duration) {
      if (key !== secret) throw rt.illegalConstructor();
      entrySlots.set(this, { name, entryType, startTime, duration });
    }

    get name() { return entrySlots.get(this).name; }
    get entryType() { return entrySlots.get(this).entryType; }
    get startTime() { return entrySlots.get(this).startTime; }
    get duration() { return entrySlots.get(this).duration; }

    toJSON() {
      const { name, entryType, startTime, duration } = entrySlots.get(this);
      return { name, entryType, startTime, duration };
    }
  }

  const markSlots = rt.slots();
  class PerformanceMark extends PerformanceEntry {
    constructor(name, options) {
      super(secret, String(name), 'mark', Number(options?.startTime ?? rt.io.now()), 0);
      markSlots.set(this, { detail: options?.detail ?? null });
    }

    get detail() { return markSlots.get(this).detail; }
  }

  const measureSlots = rt.slots();
  class PerformanceMeasure extends PerformanceEntry {
    constructor(key, name, start, duration, detail) {
      super(key, name, 'measure', start, duration);
      measureSlots.set(this, { detail });
    }

    get detail() { return measureSlots.get(this).detail; }
  }

  class PerformanceResourceTiming extends PerformanceEntry {}

  class PerformanceObserverEntryList {
    constructor() {
      throw rt.illegalConstructor();
    }

    getEntries() { return []; }
    getEntriesByType() { return []; }
    getEntriesByName() { return []; }
  }

  // The runtime delivers no entries to observers, as the Workers runtime does not.
  class PerformanceObserver {
    constructor(callback) {
      if (typeof callback !== 'function') throw rt.constructorError('PerformanceObserver', 1, 'Value');
    }

    static get supportedEntryTypes() { return ['measure', 'mark']; }

    observe() {}
    disconnect() {}
    takeRecords() { return []; }
  }

  let entries = [];

  const performanceSlots = rt.slots();
  class Performance extends EventTarget {
    constructor(key) {
      if (key !== secret) throw rt.illegalConstructor();
      super();
      performanceSlots.set(this, true);
    }

    get timeOrigin() { return performanceSlots.has(this) ? 0 : undefined; }

    now() {
      if (!performanceSlots.has(this)) throw rt.illegalInvocation();
      return rt.io.now();
    }

    toJSON() { return { timeOrigin: 0 }; }

    mark(name, options) {
      if (arguments.length === 0) throw rt.argumentError('mark', 'Performance', 1, 'string');
      const mark = new PerformanceMark(name, options);
      entries.push(mark);
      return mark;
    }

    measure(name, startOrOptions, endMark) {
      if (arguments.length === 0) throw rt.argumentError('measure', 'Performance', 1, 'string');
      const options = typeof startOrOptions === 'object' && startOrOptions !== null ? startOrOptions : { start: startOrOptions, end: endMark };
      const start = options.start === undefined ? 0 : timeOf(options.start);
      const end = options.end === undefined
        ? options.duration === undefined ? rt.io.now() : start + Number(options.duration)
        : timeOf(options.end);
      const measure = new PerformanceMeasure(secret, String(name), start, end - start, options.detail ?? null);
      entries.push(measure);
      return measure;
    }

    // What Node.js adds: a loop that is never told to be busy.
    get nodeTiming() {
      return {
        name: 'node', entryType: 'node', startTime: 0, duration: 0, nodeStart: 0, v8Start: 0, bootstrapComplete: 0, environment: 0, loopStart: 0,
        loopExit: 0, idleTime: 0, uvMetricsInfo: { loopCount: 0, events: 0, eventsWaiting: 0 },
      };
    }
    eventLoopUtilization() { return { idle: 0, active: 0, utilization: 0 }; }
    timerify(callback) { return callback; }

    clearMarks(name) { clear('mark', name); }
    clearMeasures(name) { clear('measure', name); }
    clearResourceTimings() {}
    setResourceTimingBufferSize() {}
    getEntries() { return [...entries]; }
    getEntriesByType(type) { return entries.filter((entry) => entry.entryType === type); }
    getEntriesByName(name, type) {
      return entries.filter((entry) => entry.name === name && (type === undefined || entry.entryType === type));
    }
  }

  const clear = (type, name) => {
    entries = entries.filter((entry) => entry.entryType !== type || (name !== undefined && entry.name !== name));
  };

  const timeOf = (value) => {
    if (typeof value === 'number') return value;
    const mark = entries.findLast((entry) => entry.entryType === 'mark' && entry.name === value);
    // The platform takes a mark that is not there for the beginning.
    return mark === undefined ? 0 : mark.startTime;
  };

  // Before Node.js compatibility the timeline does not exist.
  const TIMELINE = ['toJSON', 'mark', 'measure', 'clearMarks', 'clearMeasures', 'clearResourceTimings', 'setResourceTimingBufferSize', 'getEntries', 'getEntriesByType', 'getEntriesByName', 'nodeTiming', 'eventLoopUtilization', 'timerify'];
  if (!rt.compat.has('enable_global_performance_classes') && !rt.compat.has('nodejs_compat')) {
    for (const name of TIMELINE) delete Performance.prototype[name];
  }

  for (const Class of [PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceResourceTiming, PerformanceObserver, PerformanceObserverEntryList, Performance]) {
    rt.expose(Class);
  }

  return {
    Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList,
    PerformanceResourceTiming, performance: new Performance(secret),
  };
})
