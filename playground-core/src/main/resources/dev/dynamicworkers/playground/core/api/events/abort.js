// AbortController and AbortSignal.
(function (rt) {
  'use strict';
  const { Number, Set, Symbol, TypeError } = rt.primordials;
  const { Event, EventTarget, dispatch, removeAll, trust, handlerAttribute } = rt.use('events/target');

  // Reasons made by the runtime are marked retryable, as those of a lost connection are.
  const abortReason = (name, message) => {
    const reason = rt.domException(name, message);
    reason.retryable = true;
    return reason;
  };

  const token = Symbol('AbortSignal');
  let trigger, onTrigger, isAbortSignal;

  const signalSlots = rt.slots();
  class AbortSignal extends EventTarget {
    constructor(key) {
      if (key !== token) throw rt.illegalConstructor();
      super();
      signalSlots.set(this, { aborted: false, reason: undefined, onabort: null, algorithms: null });
    }

    static {
      isAbortSignal = (value) => signalSlots.has(value);
      trigger = (signal, reason) => {
        if (signalSlots.get(signal).aborted) return;
        signalSlots.get(signal).aborted = true;
        signalSlots.get(signal).reason = reason === undefined ? abortReason('AbortError', 'The operation was aborted') : reason;
        const algorithms = signalSlots.get(signal).algorithms;
        signalSlots.get(signal).algorithms = null;
        if (algorithms !== null) for (const algorithm of algorithms) algorithm(signalSlots.get(signal).reason);
        try {
          dispatch(signal, trust(new Event('abort')));
        } finally {
          removeAll(signal);
        }
      };
      onTrigger = (signal, algorithm) => {
        if (signalSlots.get(signal).aborted) {
          algorithm(signalSlots.get(signal).reason);
          return () => {};
        }
        (signalSlots.get(signal).algorithms ??= new Set()).add(algorithm);
        return () => signalSlots.get(signal).algorithms?.delete(algorithm);
      };
    }

    static abort(reason) {
      const signal = new AbortSignal(token);
      signalSlots.get(signal).aborted = true;
      signalSlots.get(signal).reason = arguments.length === 0 || reason === undefined
        ? abortReason('AbortError', 'The operation was aborted') : reason;
      return signal;
    }

    static timeout(delay) {
      if (arguments.length === 0) throw rt.argumentError('timeout', 'AbortSignal', 1, 'number');
      const signal = new AbortSignal(token);
      const expire = () => trigger(signal, abortReason('TimeoutError', 'The operation was aborted due to timeout'));
      rt.io.require();
      rt.io.timer(Number(delay), expire);
      return signal;
    }

    static any(signals) {
      if (signals === null || typeof signals !== 'object' || typeof signals[Symbol.iterator] !== 'function') {
        throw rt.argumentError('any', 'AbortSignal', 1, 'Array');
      }
      const sources = [...signals];
      for (const source of sources) {
        if (isAbortSignal(source)) continue;
        const at = sources.indexOf(source);
        throw new TypeError(`Incorrect type for array element ${at}: the provided value is not of type 'AbortSignal'.`);
      }
      const aborted = sources.find((source) => signalSlots.get(source).aborted);
      if (aborted !== undefined) return AbortSignal.abort(signalSlots.get(aborted).reason);
      const signal = new AbortSignal(token);
      const detachers = sources.map((source) =>
        onTrigger(source, (reason) => {
          for (const detach of detachers) detach();
          trigger(signal, reason);
        }));
      return signal;
    }

    get aborted() { return signalSlots.get(this).aborted; }
    get reason() { return signalSlots.get(this).reason; }
    get onabort() { return signalSlots.get(this).onabort; }
    set onabort(value) { signalSlots.get(this).onabort = handlerAttribute(value); }

    throwIfAborted() {
      if (signalSlots.get(this).aborted) throw signalSlots.get(this).reason;
    }
  }

  const controllerSlots = rt.slots();
  class AbortController {
    constructor() {
      controllerSlots.set(this, new AbortSignal(token));
    }

    get signal() { return controllerSlots.get(this); }

    abort(reason) {
      trigger(controllerSlots.get(this), reason);
    }
  }

  rt.expose(AbortSignal);
  rt.expose(AbortController);

  return {
    AbortController,
    AbortSignal,
    isAbortSignal,
    abortReason,
    // A signal that only the runtime can trigger.
    newSignal: () => new AbortSignal(token),
    trigger,
    // Runs `algorithm(reason)` when the signal aborts (at once if it has); returns a function that takes it back.
    onTrigger,
  };
})
