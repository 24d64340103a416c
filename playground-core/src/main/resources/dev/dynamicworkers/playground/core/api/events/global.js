// The global object as an event target: addEventListener and its kin, reportError, unhandled rejections, and the events of a worker in
// service-worker syntax.
(function (rt) {
  'use strict';
  const { Object, Promise, String } = rt.primordials;
  const { defineProperty, isExtensible } = Object;
  const resolved = Promise.resolve();
  const { EventTarget, add, dispatch, hasListener, trust } = rt.use('events/target');

  const target = new EventTarget();
  const global = rt.global;
  const MODULE_HANDLERS = ['fetch', 'scheduled', 'tail', 'trace', 'alarm'];

  const warnOfModuleHandler = (type) => {
    rt.io.log('warn', `When using module syntax, the '${type}' event handler should be declared as an exported function on the `
      + 'root module as opposed to using the global addEventListener().', null);
  };

  const addEventListener = function (type, callback, options) {
    if (arguments.length < 2) {
      throw rt.argumentError('addEventListener', 'EventTarget', arguments.length + 1, arguments.length === 0 ? 'string' : 'function or HandlerObject');
    }
    add(target, type, callback, options);
    if (!rt.worker.isScript && MODULE_HANDLERS.includes(type)) warnOfModuleHandler(type);
  };

  const removeEventListener = function (type, callback, options) {
    target.removeEventListener(type, callback, options);
  };

  const dispatchEvent = function (event) {
    if (typeof event !== 'object' || event === null) throw rt.argumentError('dispatchEvent', 'EventTarget', 1, 'Event');
    return dispatch(target, event, global);
  };

  const emit = (event) => dispatch(target, trust(event), global);

  const describe = (error) => {
    try {
      const isPlain = typeof error === 'object' && error !== null && error.toString === Object.prototype.toString;
      return `Uncaught ${isPlain ? `#<${error.constructor?.name || 'Object'}>` : String(error)}`;
    } catch {
      return 'Uncaught';
    }
  };

  // Offers an uncaught error to the 'error' listeners; what they do not prevent ends in the trace of the invocation.
  const reportUncaught = (error) => {
    let handled = false;
    if (hasTarget('error')) {
      const { ErrorEvent } = rt.use('events/kinds');
      const position = rt.private.errorPosition?.(error) ?? {};
      handled = !emit(new ErrorEvent('error', { message: describe(error), error, cancelable: true, ...position }));
    }
    if (!handled) rt.io.reportException(error);
  };

  const reportError = function (error) {
    if (arguments.length === 0) throw rt.argumentError('reportError', 'ServiceWorkerGlobalScope', 1, 'Value');
    reportUncaught(error);
  };

  const hasTarget = (type) => hasListener(target, type) || typeof global[`on${type}`] === 'function';

  const rejection = (type, promise, reason) => {
    if (!hasTarget(type)) return false;
    return !emit(rt.use('events/kinds').newRejectionEvent(type, promise, reason));
  };

  // The engine does not tell when a promise gets its first handler after all. Whoever adds one asks for its constructor first.
  const watch = (promise, reason) => {
    if (!isExtensible(promise)) return;
    defineProperty(promise, 'constructor', {
      __proto__: null,
      configurable: true,
      get() {
        delete promise.constructor;
        resolved.then(() => rejection('rejectionhandled', promise, reason));
        return promise.constructor;
      },
    });
  };

  // Called after a turn in which `promise` was rejected without a handler; false: nobody prevented the default.
  rt.private.onUnhandledRejection = (promise, reason) => {
    const prevented = rejection('unhandledrejection', promise, reason);
    if (hasTarget('rejectionhandled')) watch(promise, reason);
    if (prevented) return true;
    const { name, message } = rt.use('io/report').describe(reason);
    rt.host('io.note')(`Unhandled promise rejection: ${name}: ${message}`);
    return false;
  };
  rt.private.reportUncaught = reportUncaught;

  // Service-worker syntax. Resolves to the response: without one of a listener the request goes on to where it was going.
  const dispatchFetch = (request, passThrough) => {
    const { newFetchEvent, responseOf } = rt.use('events/extendable');
    const event = newFetchEvent(request, passThrough);
    dispatch(target, event, global);
    return responseOf(event) ?? rt.global.fetch(request);
  };

  const dispatchScheduled = (scheduledTime, cron, noRetry) =>
    dispatch(target, rt.use('events/extendable').newScheduledEvent(scheduledTime, cron, noRetry), global);

  const dispatchTail = (events) => dispatch(target, rt.use('events/extendable').newTailEvent(events), global);

  return {
    addEventListener,
    removeEventListener,
    dispatchEvent,
    reportError,
    reportUncaught,
    hasListener: hasTarget,
    dispatchFetch,
    dispatchScheduled,
    dispatchTail,
  };
})
