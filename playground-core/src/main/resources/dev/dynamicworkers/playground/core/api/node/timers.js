// node:timers, and the globals setImmediate and clearImmediate.
(function (rt) {
  'use strict';
  const { Symbol } = rt.primordials;
  const timers = rt.use('timers/timers');
  const { validateFunction } = rt.use('node/errors');

  class Immediate {
    constructor(id) {
      this.id = id;
    }

    hasRef() { return true; }
    ref() { return this; }
    unref() { return this; }
    [Symbol.dispose]() { clearImmediate(this); }
  }

  const setImmediate = (callback, ...args) => {
    validateFunction(callback, 'callback');
    return new Immediate(timers.setTimeout(callback, 0, ...args));
  };
  const clearImmediate = (immediate) => timers.clearTimeout(immediate?.id);

  return {
    setTimeout: timers.setTimeout,
    setInterval: timers.setInterval,
    clearTimeout: timers.clearTimeout,
    clearInterval: timers.clearInterval,
    setImmediate,
    clearImmediate,
    active() {},
    unenroll() {},
    enroll() {},
    get promises() { return rt.use('node/timers/promises'); },
  };
})
