// setTimeout, setInterval, scheduler, queueMicrotask over the invocation's timers.
(function (rt) {
  'use strict';
  const { Map, Math, Number, Promise } = rt.primordials;
  const resolved = Promise.resolve();

  const MOST_BEHIND = 100;

  // Public id of an interval -> id of the timer that carries its next round.
  const intervals = new Map();

  const checkCallback = (method, callback) => {
    if (typeof callback !== 'function') throw rt.argumentError(method, 'ServiceWorkerGlobalScope', 1, 'function');
  };

  const delayOf = (value) => {
    const delay = Number(value);
    return delay > 0 ? Math.min(delay, 0x7fffffffffff) : 0;
  };

  // Keeps AsyncLocalStorage values across the wait, once any storage exists.
  const bind = (callback) => rt.private.bindAsyncContext?.(callback) ?? callback;

  const setTimeout = function (callback, delay, ...args) {
    checkCallback('setTimeout', callback);
    rt.io.require();
    const run = bind(args.length === 0 ? callback : () => callback(...args));
    return rt.io.timer(delayOf(delay), () => { run(); });
  };

  const setInterval = function (callback, delay, ...args) {
    checkCallback('setInterval', callback);
    rt.io.require();
    const run = bind(args.length === 0 ? callback : () => callback(...args));
    const period = delayOf(delay);
    // Rounds are counted from when the last one was due, so that one late round does not delay all others; one that falls
    // far behind gives the others their turn.
    let due = rt.io.now() + period;
    const round = () => {
      due = Math.max(due + Math.max(period, 1), rt.io.now() - MOST_BEHIND);
      intervals.set(id, rt.io.timer(due - rt.io.now(), round));
      run();
    };
    const id = rt.io.timer(period, round);
    intervals.set(id, id);
    return id;
  };

  const clear = (value) => {
    const id = Number(value);
    if (!(id > 0)) return;
    const current = intervals.get(id);
    if (current === undefined) {
      rt.io.clearTimer(id);
    } else {
      intervals.delete(id);
      rt.io.clearTimer(current);
    }
  };

  const clearTimeout = function (id) { clear(id); };
  const clearInterval = function (id) { clear(id); };

  const queueMicrotask = function (callback) {
    checkCallback('queueMicrotask', callback);
    const run = bind(callback);
    resolved.then(() => {
      try {
        run();
      } catch (error) {
        rt.use('events/global').reportUncaught(error);
      }
    });
  };

  return { setTimeout, setInterval, clearTimeout, clearInterval, queueMicrotask };
})
