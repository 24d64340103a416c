// What guest code reports: console lines and uncaught errors, on their way to the trace of the current invocation.
(function (rt) {
  'use strict';
  const { AggregateError, Error, String, JSONStringify, ObjectHasOwn } = rt.primordials;
  const hostLog = rt.host('io.log');
  const note = rt.host('io.note');
  const hostException = rt.host('io.exception');

  function log(level, text, messageJson, errorInfo, deeper) {
    hostLog(level, text, messageJson, errorInfo === undefined ? null : JSONStringify(errorInfo), deeper ?? null);
  }

  // Name, message and stack of anything thrown, without running guest code where that can be avoided.
  function describe(error) {
    if (error instanceof Error || (typeof error === 'object' && error !== null && typeof error.stack === 'string')) {
      let name = 'Error';
      let message = '';
      let stack = '';
      try {
        name = isSuppressedError(error) ? 'SuppressedError' : className(error);
        message = String(error.message);
        stack = String(error.stack ?? '');
      } catch {
        // A hostile getter: the class alone is told.
      }
      return { name, message, stack, hint: rt.loaded('rpc/where')?.hintOf(error) };
    }
    let message;
    try {
      message = typeof error === 'object' && error !== null ? '#<Object>' : String(error);
    } catch {
      message = 'unprintable value';
    }
    return { name: 'Error', message, stack: '' };
  }

  // What it comes from, as text for the host; null where it says nothing of that.
  function causesOf(error) {
    try {
      const says = ObjectHasOwn(error, 'cause') || error instanceof AggregateError || isSuppressedError(error);
      if (!(error instanceof Error) || !says) return null;
    } catch {
      return null;
    }
    return rt.use('io/causes').of(error);
  }

  // The class is there once a program used it.
  function isSuppressedError(error) {
    const disposable = rt.loaded('kernel/disposable');
    return disposable !== undefined && error instanceof disposable.SuppressedError;
  }

  const STANDARD = ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError', 'AggregateError'];

  // The standard class that an error belongs to, or the name of a DOMException.
  function className(error) {
    const dom = rt.loaded('events/domexception');
    if (dom !== undefined && error instanceof dom.DOMException) return error.name;
    for (const name of STANDARD) if (error instanceof rt.primordials[name]) return name;
    return 'Error';
  }

  function reportException(error) {
    const { name, message, stack, hint } = describe(error);
    hostException(name, message, stack, hint ?? null, causesOf(error));
  }

  function unhandledRejection(promise, reason) {
    const listener = rt.private.onUnhandledRejection;
    if (listener !== undefined) listener(promise, reason);
    else {
      const { name, message } = describe(reason);
      note(`Unhandled promise rejection: ${name}: ${message}`);
    }
  }

  return { log, describe, causesOf, className, isSuppressedError, reportException, unhandledRejection };
})
