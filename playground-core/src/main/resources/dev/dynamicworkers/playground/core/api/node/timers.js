// node:timers, and the globals setImmediate and clearImmediate.
(function (rt) {
  'use strict';
  const { Map, Number, Symbol } = rt.primordials;
  const timers = rt.use('timers/timers');
  const { validateFunction } = rt.use('node/errors');

  // Timers by the number that stands for them, of those that were asked for one.
  const numbered = new Map();

  class Timeout {
    #callback;
    #args;
    #delay;
    #repeats;
    #id;
    #number;

    constructor(callback, delay, args, repeats) {
      this.#callback = callback;
      this.#args = args;
      this.#delay = delayOf(delay);
      this.#repeats = repeats;
      this.#start();
    }

    #start() {
      const start = this.#repeats ? timers.setInterval : timers.setTimeout;
      this.#id = start(() => this.#run(), this.#delay);
    }

    #run() {
      if (!this.#repeats) this.#forget();
      this.#callback.call(this, ...this.#args);
    }

    #forget() {
      if (this.#number !== undefined) numbered.delete(this.#number);
    }

    hasRef() { return true; }
    ref() { return this; }
    unref() { return this; }

    refresh() {
      timers.clearTimeout(this.#id);
      this.#start();
      return this;
    }

    close() {
      timers.clearTimeout(this.#id);
      this.#forget();
      return this;
    }

    [Symbol.toPrimitive]() {
      this.#number ??= this.#id;
      numbered.set(this.#number, this);
      return this.#number;
    }

    [Symbol.dispose]() { this.close(); }
  }

  // A wait of at least a millisecond and at most what fits 31 bits; anything else is one millisecond.
  const delayOf = (value) => {
    const delay = Number(value);
    return delay >= 1 && delay <= 0x7fffffff ? delay : 1;
  };

  const setTimeout = function (callback, delay, ...args) {
    validateFunction(callback, 'callback');
    return new Timeout(callback, delay, args, false);
  };

  const setInterval = function (callback, delay, ...args) {
    validateFunction(callback, 'callback');
    return new Timeout(callback, delay, args, true);
  };

  const clear = (timer) => {
    if (timer instanceof Timeout) timer.close();
    else if (numbered.has(Number(timer))) numbered.get(Number(timer)).close();
    else if (typeof timer === 'number' || typeof timer === 'string') timers.clearTimeout(timer);
  };
  const clearTimeout = function (timer) { clear(timer); };
  const clearInterval = function (timer) { clear(timer); };

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
    setTimeout,
    setInterval,
    clearTimeout,
    clearInterval,
    setImmediate,
    clearImmediate,
    Timeout,
    Immediate,
    active(timer) { timer?.refresh?.(); },
    unenroll(timer) { clear(timer); },
    enroll() { throw rt.use('node/errors').notImplemented('timers.enroll'); },
    get promises() { return rt.use('node/timers/promises'); },
  };
})
