// scheduler.wait(ms, {signal}): a timer as a promise.
(function (rt) {
  'use strict';
  const { Number, Promise } = rt.primordials;

  const pause = (delay, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) throw signal.reason;
      rt.io.require();
      let detach;
      const id = rt.io.timer(delay > 0 ? delay : 0, () => {
        detach?.();
        resolve();
      });
      if (signal) {
        detach = rt.use('events/abort').onTrigger(signal, (reason) => {
          rt.io.clearTimer(id);
          reject(reason);
        });
      }
    });

  const slots = rt.slots();
  class Scheduler {
    constructor(key) {
      if (key !== rt) throw rt.illegalConstructor();
      slots.set(this, true);
    }

    wait(delay, options) {
      if (!slots.has(this)) throw rt.illegalInvocation();
      if (arguments.length === 0) throw rt.argumentError('wait', 'Scheduler', 1, 'number');
      if (options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'function') {
        throw rt.argumentError('wait', 'Scheduler', 2, 'WaitOptions');
      }
      const signal = options?.signal;
      if (signal !== undefined && !rt.use('events/abort').isAbortSignal(signal)) {
        throw rt.fieldError('signal', 'WaitOptions', 'AbortSignal');
      }
      return pause(Number(delay), signal);
    }
  }

  rt.expose(Scheduler);

  return { Scheduler, scheduler: new Scheduler(rt) };
})
