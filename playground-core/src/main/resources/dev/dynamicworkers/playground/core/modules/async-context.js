// Values that follow the flow of asynchronous code, on the engine's own asynchronous context.
(function (rt) {
  'use strict';
  const { AsyncContext } = rt.private;

  // From the first variable on, timers and microtasks of the runtime carry the context along.
  function variable() {
    rt.private.bindAsyncContext ??= (callback) => {
      const snapshot = new AsyncContext.Snapshot();
      return (...args) => snapshot.run(callback, ...args);
    };
    return new AsyncContext.Variable();
  }

  return { variable };
})
