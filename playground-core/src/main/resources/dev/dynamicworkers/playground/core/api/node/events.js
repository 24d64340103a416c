// node:events.
(function (rt) {
  'use strict';
  const { Error, Number, Object, Promise, Reflect, String, Symbol } = rt.primordials;
  const { validateFunction, invalidArgType, outOfRange, withCode } = rt.use('node/errors');

  const errorMonitor = Symbol('events.errorMonitor');
  const captureRejectionSymbol = Symbol.for('nodejs.rejection');
  const kListeners = Symbol('kListeners');
  let defaultMaxListeners = 10;

  // A constructor function, so that old code can call it without `new` on objects of its own.
  function EventEmitter(options) {
    EventEmitter.init.call(this, options);
  }

  EventEmitter.init = function (options) {
    if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
      this._events = Object.create(null);
      this._eventsCount = 0;
    }
    this._maxListeners ??= undefined;
    if (options?.captureRejections) this[kListeners] = true;
  };

  const eventsOf = (emitter) => {
    if (emitter._events === undefined) EventEmitter.init.call(emitter);
    return emitter._events;
  };

  const add = (emitter, type, listener, first) => {
    validateFunction(listener, 'listener');
    const events = eventsOf(emitter);
    if (events.newListener !== undefined) emitter.emit('newListener', type, listener.listener ?? listener);
    const list = emitter._events[type];
    if (list === undefined) {
      emitter._events[type] = [listener];
      emitter._eventsCount++;
      return emitter;
    }
    emitter._events[type] = first ? [listener, ...list] : [...list, listener];
    warn(emitter, type, emitter._events[type]);
    return emitter;
  };

  const warn = (emitter, type, list) => {
    const limit = emitter.getMaxListeners();
    if (!(limit > 0 && list.length > limit) || list.warned) return;
    list.warned = true;
    rt.use('console/console').console.warn('(node) MaxListenersExceededWarning: Possible EventEmitter memory leak detected. '
      + `${list.length} ${String(type)} listeners added to ${emitter.constructor.name}. MaxListeners is ${limit}. Use emitter.setMaxListeners() to increase limit`);
  };

  const onceWrapper = (emitter, type, listener) => {
    validateFunction(listener, 'listener');
    const wrapper = function (...args) {
      emitter.removeListener(type, wrapper);
      return Reflect.apply(listener, this, args);
    };
    wrapper.listener = listener;
    return wrapper;
  };

  const throwUnhandled = (args) => {
    const [error] = args;
    if (error instanceof Error) throw error;
    const text = rt.use('console/inspect').inspect(error);
    const unhandled = withCode(Error, 'ERR_UNHANDLED_ERROR', `Unhandled error. (${text})`);
    unhandled.context = error;
    throw unhandled;
  };

  const captureRejection = (emitter, promise, type, args) => {
    promise.then(undefined, (error) => {
      if (typeof emitter[captureRejectionSymbol] === 'function') emitter[captureRejectionSymbol](error, type, ...args);
      else emitter.emit('error', error);
    });
  };

  const prototype = EventEmitter.prototype;
  const methods = {
    setMaxListeners(count) {
      if (typeof count !== 'number' || count < 0 || Number.isNaN(count)) throw outOfRange('setMaxListeners', 'a non-negative number', count);
      this._maxListeners = count;
      return this;
    },
    getMaxListeners() { return this._maxListeners ?? defaultMaxListeners; },
    emit(type, ...args) {
      const events = eventsOf(this);
      if (type === 'error') {
        if (events[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
        if (events.error === undefined) throwUnhandled(args);
      }
      const list = events[type];
      if (list === undefined) return false;
      for (const listener of list) {
        const result = Reflect.apply(listener, this, args);
        if (this[kListeners] && typeof result?.then === 'function') captureRejection(this, result, type, args);
      }
      return true;
    },
    addListener(type, listener) { return add(this, type, listener, false); },
    on(type, listener) { return add(this, type, listener, false); },
    prependListener(type, listener) { return add(this, type, listener, true); },
    once(type, listener) { return this.on(type, onceWrapper(this, type, listener)); },
    prependOnceListener(type, listener) { return this.prependListener(type, onceWrapper(this, type, listener)); },
    removeListener(type, listener) {
      validateFunction(listener, 'listener');
      const events = eventsOf(this);
      const list = events[type];
      const at = list?.findLastIndex((each) => each === listener || each.listener === listener) ?? -1;
      if (at < 0) return this;
      if (list.length === 1) {
        delete events[type];
        this._eventsCount--;
      } else {
        events[type] = list.toSpliced(at, 1);
      }
      if (events.removeListener !== undefined) this.emit('removeListener', type, list[at].listener ?? listener);
      return this;
    },
    off(type, listener) { return this.removeListener(type, listener); },
    removeAllListeners(type) {
      const events = eventsOf(this);
      const types = type === undefined ? Reflect.ownKeys(events) : [type];
      for (const each of types) {
        if (each === 'removeListener' && type === undefined) continue;
        for (const listener of [...(events[each] ?? [])].reverse()) this.removeListener(each, listener);
      }
      if (type === undefined) {
        this._events = Object.create(null);
        this._eventsCount = 0;
      }
      return this;
    },
    listeners(type) { return (eventsOf(this)[type] ?? []).map((listener) => listener.listener ?? listener); },
    rawListeners(type) { return [...(eventsOf(this)[type] ?? [])]; },
    listenerCount(type, listener) {
      const list = eventsOf(this)[type] ?? [];
      return listener === undefined ? list.length : list.filter((each) => each === listener || each.listener === listener).length;
    },
    eventNames() { return Reflect.ownKeys(eventsOf(this)); },
  };
  for (const name of Object.keys(methods)) {
    Object.defineProperty(prototype, name, { __proto__: null, value: methods[name], writable: true, enumerable: true, configurable: true });
  }
  prototype._events = undefined;
  prototype._eventsCount = 0;
  prototype._maxListeners = undefined;

  const abortError = (signal) => {
    const error = withCode(Error, 'ABORT_ERR', 'The operation was aborted');
    error.name = 'AbortError';
    error.cause = signal?.reason;
    return error;
  };

  const isTarget = (value) => typeof value?.addEventListener === 'function';

  // Listens to emitters and event targets alike; returns the way to stop.
  const listen = (emitter, type, listener, options = undefined) => {
    if (typeof emitter?.on === 'function') {
      if (options?.once) emitter.once(type, listener);
      else emitter.on(type, listener);
      return () => emitter.removeListener(type, listener);
    }
    if (!isTarget(emitter)) throw invalidArgType('emitter', ['EventEmitter', 'EventTarget'], emitter);
    emitter.addEventListener(type, listener, options);
    return () => emitter.removeEventListener(type, listener);
  };

  const once = (emitter, type, options) => new Promise((resolve, reject) => {
    const signal = options?.signal;
    if (signal?.aborted) throw abortError(signal);
    const stops = [];
    const settle = (finish) => (value) => {
      for (const stop of stops) stop();
      finish(value);
    };
    stops.push(listen(emitter, type, (...args) => settle(resolve)(args)));
    if (type !== 'error' && typeof emitter.on === 'function') stops.push(listen(emitter, 'error', settle(reject)));
    if (signal) stops.push(listen(signal, 'abort', () => settle(reject)(abortError(signal))));
  });

  // Events as an async iterator; events that arrive before they are asked for wait in line.
  const on = (emitter, type, options) => {
    const signal = options?.signal;
    if (signal?.aborted) throw abortError(signal);
    const queue = [];
    const waiting = [];
    let failure = null;
    let finished = false;
    const finish = () => {
      finished = true;
      for (const stop of stops) stop();
      for (const { resolve } of waiting.splice(0)) resolve({ value: undefined, done: true });
      return Promise.resolve({ value: undefined, done: true });
    };
    const fail = (error) => {
      const next = waiting.shift();
      if (next === undefined) failure = error;
      else next.reject(error);
      finish();
    };
    const stops = [listen(emitter, type, (...args) => {
      const next = waiting.shift();
      if (next === undefined) queue.push(args);
      else next.resolve({ value: args, done: false });
    })];
    if (type !== 'error' && typeof emitter.on === 'function') stops.push(listen(emitter, 'error', fail));
    for (const closing of options?.close ?? []) stops.push(listen(emitter, closing, finish));
    if (signal) stops.push(listen(signal, 'abort', () => fail(abortError(signal))));
    return {
      next() {
        if (queue.length > 0) return Promise.resolve({ value: queue.shift(), done: false });
        if (failure !== null) {
          const error = failure;
          failure = null;
          return Promise.reject(error);
        }
        if (finished) return Promise.resolve({ value: undefined, done: true });
        return new Promise((resolve, reject) => { waiting.push({ resolve, reject }); });
      },
      return: finish,
      throw(error) {
        fail(error);
        return Promise.resolve({ value: undefined, done: true });
      },
      [Symbol.asyncIterator]() { return this; },
    };
  };

  class EventEmitterAsyncResource extends EventEmitter {}

  Object.assign(EventEmitter, {
    EventEmitter,
    EventEmitterAsyncResource,
    errorMonitor,
    captureRejectionSymbol,
    captureRejections: false,
    once,
    on,
    usingDomains: false,
    listenerCount: (emitter, type) => emitter.listenerCount(type),
    getEventListeners: (emitter, type) => (typeof emitter.listeners === 'function' ? emitter.listeners(type) : []),
    getMaxListeners: (emitter) => (typeof emitter.getMaxListeners === 'function' ? emitter.getMaxListeners() : 0),
    setMaxListeners(count = defaultMaxListeners, ...targets) {
      if (targets.length === 0) defaultMaxListeners = count;
      for (const target of targets) target.setMaxListeners?.(count);
    },
    addAbortListener(signal, listener) {
      if (signal.aborted) queueMicrotask(() => listener());
      else signal.addEventListener('abort', listener, { once: true });
      return { [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
    },
  });
  const { queueMicrotask } = rt.use('timers/timers');
  Object.defineProperty(EventEmitter, 'defaultMaxListeners', {
    __proto__: null, enumerable: true, get: () => defaultMaxListeners, set: (count) => { defaultMaxListeners = count; },
  });

  return EventEmitter;
})
