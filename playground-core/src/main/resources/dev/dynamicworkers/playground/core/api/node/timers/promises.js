// node:timers/promises.
(function (rt) {
  'use strict';
  const { Error, Promise } = rt.primordials;
  const timers = rt.use('timers/timers');

  const abortError = (signal) => {
    const error = rt.use('node/errors').withCode(Error, 'ABORT_ERR', 'The operation was aborted');
    error.name = 'AbortError';
    error.cause = signal.reason;
    return error;
  };

  const setTimeout = (delay, value, options) => new Promise((resolve, reject) => {
    const signal = options?.signal;
    if (signal?.aborted) throw abortError(signal);
    const id = timers.setTimeout(() => resolve(value), delay);
    signal?.addEventListener('abort', () => {
      timers.clearTimeout(id);
      reject(abortError(signal));
    }, { once: true });
  });

  const setImmediate = (value, options) => setTimeout(0, value, options);

  async function* setInterval(delay, value, options) {
    for (;;) yield await setTimeout(delay, value, options);
  }

  const scheduler = {
    wait: (delay, options) => setTimeout(delay, undefined, options),
    yield: () => setImmediate(),
  };

  return { setTimeout, setImmediate, setInterval, scheduler };
})
