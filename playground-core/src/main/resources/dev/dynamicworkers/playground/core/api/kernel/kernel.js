// The part of the runtime that every isolate has from its first moment: lazily loaded runtime sources, the current
// invocation, host operations and timers. Everything else is loaded on first use.
// Returns the one function through which the host enters the isolate.
(function (findHostFunction, findSource) {
  'use strict';
  const global = globalThis;

  const { intrinsics, uncurry } = findSource('kernel/primordials')(global);
  const { Error, EvalError, Map, Object, Promise, Proxy, Reflect, Symbol, TypeError } = intrinsics;
  const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Object;
  const { apply } = Reflect;

  // ---- functions of the host ----

  // They throw errors of this realm. Where the stack has no room for calling one at all, the engine throws an object of the
  // host instead; nobody but this gets to see it. Only what belongs to a realm can be held by a WeakSet.
  const admitted = new intrinsics.WeakSet();
  const admit = uncurry(intrinsics.WeakSet.prototype.add);
  // A case for each number of arguments: rest and spread cost a call several microseconds, and a guest can change how a spread iterates.
  function guarded(call) {
    return function (a, b, c, d, e, f) {
      try {
        switch (arguments.length) {
          case 0:
            return call();
          case 1:
            return call(a);
          case 2:
            return call(a, b);
          case 3:
            return call(a, b, c);
          case 4:
            return call(a, b, c, d);
          case 5:
            return call(a, b, c, d, e);
          case 6:
            return call(a, b, c, d, e, f);
          default:
            return apply(call, undefined, arguments);
        }
      } catch (error) {
        throw (typeof error === 'object' || typeof error === 'function') && error !== null ? ofThisRealm(error) : error;
      }
    };
  }
  function ofThisRealm(error) {
    try {
      admit(admitted, error);
      return error;
    } catch {
      return new intrinsics.RangeError('Maximum call stack size exceeded');
    }
  }
  const hostFunction = (name) => guarded(findHostFunction(name));
  const loadSource = guarded(findSource);

  // ---- runtime sources ----

  const loaded = { __proto__: null };
  function use(name) {
    const exports = loaded[name];
    if (exports !== undefined) return exports;
    return (loaded[name] = loadSource(name)(rt));
  }

  // ---- invocations: one delivery of an event each; `current` is the one whose turn it is ----

  const invocations = new Map();
  let current = null;
  let starting = false;

  class Invocation {
    constructor(id) {
      this.id = id;
      this.ended = false;
      this.props = undefined;
      this.headerText = '';
      this.onEnd = null;
      this.scope = null;
      this.objectId = undefined;
      this.inbox = undefined;
      this.given = undefined;
    }
  }

  const GLOBAL_SCOPE_ERROR =
    'Disallowed operation called within global scope. Asynchronous I/O (ex: fetch() or connect()), setting a timeout, and generating ' +
    'random values are not allowed within global scope. To fix this error, perform this operation within a handler. ' +
    'https://developers.cloudflare.com/workers/runtime-apis/handlers/';

  function requireInvocation() {
    if (current === null) throw new Error(GLOBAL_SCOPE_ERROR);
    return current;
  }

  function crossRequestError(ioType) {
    return new Error(
      'Cannot perform I/O on behalf of a different request. I/O objects (such as streams, request/response bodies, and others) created in ' +
        "the context of one request handler cannot be accessed from a different request's handler. This is a limitation of Cloudflare Workers " +
        `which allows us to improve overall performance. (I/O type: ${ioType})`,
    );
  }

  function checkOwner(owner, ioType) {
    if (owner === null || owner === undefined || owner === current) return;
    // All events of a Durable Object share what belongs to it.
    if (owner.scope !== null && owner.scope === current?.scope) return;
    throw crossRequestError(ioType);
  }

  // ---- host operations and timers ----

  const operations = new Map();
  let lastOperation = 0;
  const opBegin = hostFunction('io.opBegin');
  const opAbandon = hostFunction('io.opAbandon');

  // begins: the host function that `start` calls begins the operation itself.
  function operate(start, begins) {
    const invocation = requireInvocation();
    const id = ++lastOperation;
    return new Promise((resolve, reject) => {
      operations.set(id, { resolve, reject, invocation });
      if (begins !== true) opBegin(id);
      try {
        start(id);
      } catch (error) {
        operations.delete(id);
        opAbandon(id);
        reject(error);
      }
    });
  }

  function complete(id, succeeded, value) {
    const operation = operations.get(id);
    if (operation === undefined) return;
    operations.delete(id);
    if (succeeded) operation.resolve(value);
    else operation.reject(value);
  }

  function hold() {
    const id = ++lastOperation;
    let held = true;
    opBegin(id);
    return () => {
      if (held) {
        held = false;
        opAbandon(id);
      }
    };
  }

  const timers = new Map();
  let timerStart, timerStop;
  let lastTimer = 0;

  // rhythm: fn repeats the timer that runs, whose lateness is taken off.
  function timer(millis, fn, rhythm) {
    const invocation = requireInvocation();
    const id = ++lastTimer;
    timers.set(id, { fn, invocation });
    timerStart ??= hostFunction('io.timerStart');
    timerStart(id, millis, rhythm === true);
    return id;
  }

  function clearTimer(id) {
    if (!timers.delete(id)) return;
    timerStop ??= hostFunction('io.timerStop');
    timerStop(id);
  }

  function fireTimer(id) {
    const entry = timers.get(id);
    if (entry === undefined) return;
    timers.delete(id);
    try {
      entry.fn();
    } catch (error) {
      reportException(error);
    }
  }

  // What an invocation waited for at its end is forgotten, or passes to the Durable Object whose event it was.
  function pass(waiting, from, heir) {
    for (const { 0: key, 1: entry } of waiting) {
      if (entry.invocation !== from) continue;
      if (heir === null) waiting.delete(key);
      else entry.invocation = heir;
    }
  }

  // ---- errors ----

  const domException = (name, message) => new (use('events/domexception').DOMException)(message, name);
  const ERROR_CLASSES = {
    __proto__: null, Error, TypeError, EvalError, RangeError: intrinsics.RangeError, SyntaxError: intrinsics.SyntaxError,
    ReferenceError: intrinsics.ReferenceError, URIError: intrinsics.URIError,
  };

  function makeError(kind, message) {
    const Class = ERROR_CLASSES[kind];
    return Class === undefined ? domException(kind, message) : new Class(message);
  }

  const illegalInvocation = () =>
    new TypeError(
      'Illegal invocation: function called with incorrect `this` reference. See ' +
        'https://developers.cloudflare.com/workers/observability/errors/#illegal-invocation-errors for details.',
    );

  function reportException(error) {
    use('io/report').reportException(error);
  }

  // ---- code generation from strings: allowed while the worker starts, refused in handlers ----

  const nativeEval = global.eval;
  const refuseGeneration = () => {
    if (!starting) throw new EvalError('Code generation from strings disallowed for this context');
  };
  function guardCodeGeneration() {
    const evalGuard = { eval(code) {
      if (typeof code === 'string') refuseGeneration();
      return nativeEval(code);
    } }.eval;
    defineProperty(global, 'eval', { value: evalGuard, writable: true, configurable: true, enumerable: false });
    const samples = [function () {}, async () => {}, function* () {}, async function* () {}];
    for (let i = 0; i < samples.length; i++) {
      const prototype = getPrototypeOf(samples[i]);
      const Native = prototype.constructor;
      const guard = new Proxy(Native, {
        __proto__: null,
        apply(target, self, args) {
          refuseGeneration();
          return apply(target, self, args);
        },
        construct(target, args, newTarget) {
          refuseGeneration();
          return Reflect.construct(target, args, newTarget === guard ? target : newTarget);
        },
      });
      defineProperty(prototype, 'constructor', { value: guard, writable: i === 0, configurable: true, enumerable: false });
      if (i === 0) defineProperty(global, 'Function', { value: guard, writable: true, configurable: true, enumerable: false });
    }
  }

  // ---- proxies of guest code: remembered, as nothing else tells them from other objects ----

  const proxies = new intrinsics.WeakMap();
  let anyProxy = false;
  function remember(made, target, handler) {
    anyProxy = true;
    setState(proxies, made, { __proto__: null, target, handler });
    return made;
  }
  function watchProxies() {
    const { revocable } = Proxy;
    const watched = new Proxy(Proxy, {
      __proto__: null,
      construct: (Native, args, newTarget) =>
        remember(Reflect.construct(Native, args, newTarget === watched ? Native : newTarget), args[0], args[1]),
    });
    const watchedRevocable = { revocable(target, handler) {
      const made = revocable(target, handler);
      remember(made.proxy, target, handler);
      return made;
    } }.revocable;
    defineProperty(Proxy, 'revocable', { value: watchedRevocable, writable: true, configurable: true, enumerable: false });
    defineProperty(global, 'Proxy', { value: watched, writable: true, configurable: true, enumerable: false });
  }

  // ---- private state of platform objects ----

  // Beside the objects and not in private names: each isolate has private names of its own, so the engine could share neither shapes of
  // such objects nor the compiled code that looks into them, and would look a name up among those of all isolates that there are.
  const stateOf = uncurry(intrinsics.WeakMap.prototype.get);
  const setState = uncurry(intrinsics.WeakMap.prototype.set);
  const hasState = uncurry(intrinsics.WeakMap.prototype.has);
  class Slots {
    constructor() {
      this.states = new intrinsics.WeakMap();
    }

    // Throws for anything that has none: a method was called on another kind of object.
    get(object) {
      const state = stateOf(this.states, object);
      if (state === undefined) throw illegalInvocation();
      return state;
    }

    has(value) {
      return hasState(this.states, value);
    }

    set(object, state) {
      setState(this.states, object, state);
    }
  }

  // ---- what runtime sources get ----

  const hidden = { __proto__: null };
  let unsettled = [];
  let flagText, flagsAsked;
  const includes = uncurry(intrinsics.String.prototype.includes);
  const wrapped = { __proto__: null };
  const rt = {
    __proto__: null,
    use,
    loaded: (name) => loaded[name],
    host: (name) => wrapped[name] ?? (wrapped[name] = hostFunction(name)),
    primordials: intrinsics,
    uncurry,
    global,
    private: hidden,
    compat: {
      __proto__: null,
      date: '',
      // One text instead of an object of a hundred names, of which a worker asks for a few.
      set: (date, flags) => {
        rt.compat.date = date;
        flagText = ` ${flags} `;
        flagsAsked = { __proto__: null };
      },
      has: (flag) => flagsAsked[flag] ?? (flagsAsked[flag] = includes(flagText, ` ${flag} `)),
      // What depends on the flags and is loaded while its isolate is primed waits for them.
      settled: (action) => (unsettled === null ? action() : unsettled.push(action)),
      settle: () => {
        const actions = unsettled;
        unsettled = null;
        for (let i = 0; i < actions.length; i++) actions[i]();
      },
    },
    // { target, handler } of a proxy that guest code made, undefined for anything else.
    proxyParts: (value) => (anyProxy ? stateOf(proxies, value) : undefined),
    // The state of the objects of one class, which guest code can't reach.
    slots: () => new Slots(),
    illegalInvocation,
    illegalConstructor: () => new TypeError('Illegal constructor'),
    domException,
    makeError,
    argumentError: (method, Class, n, type) =>
      new TypeError(`Failed to execute '${method}' on '${Class}': parameter ${n} is not of type '${type}'.`),
    constructorError: (Class, n, type) =>
      new TypeError(`Failed to construct '${Class}': constructor parameter ${n} is not of type '${type}'.`),
    fieldError: (field, dictionary, type) =>
      new TypeError(`Incorrect type for the '${field}' field on '${dictionary}': the provided value is not of type '${type}'.`),
    expose,
    // Whether it is the prototype of a class of the platform.
    isExposed: (prototype) => isAdmitted(exposed, prototype),
    exposeConstants,
    worker: { __proto__: null, env: undefined, main: undefined },
    io: {
      __proto__: null,
      current: () => current,
      require: requireInvocation,
      check: checkOwner,
      crossRequestError,
      op: operate,
      hold,
      complete,
      timer,
      clearTimer,
      invocation: (id) => invocations.get(id),
      // Runs fn on behalf of another invocation of this isolate, for the rest of this call only.
      as(invocation, fn) {
        const before = current;
        current = invocation;
        try {
          return fn();
        } finally {
          current = before;
        }
      },
      log(level, text, messageJson, errorInfo, groups, deeper) {
        use('io/report').log(level, text, messageJson, errorInfo, deeper);
      },
      fetch: (message, signal) => use('io/outbound').fetch(message, signal),
      waitUntil: (promise) => use('io/context').waitUntil(requireInvocation(), promise),
      reportException,
      now: () => (current === null ? 0 : nativeNow()),
    },
  };
  const nativeNow = intrinsics.Date.now;

  // Web IDL finish of a class: methods and accessors are enumerable, the tag is its name.
  const exposed = new intrinsics.WeakSet();
  const isAdmitted = uncurry(intrinsics.WeakSet.prototype.has);
  function expose(Class, options) {
    const name = options?.name ?? Class.name;
    const prototype = Class.prototype;
    admit(exposed, prototype);
    const hiddenNames = options?.hidden;
    for (const key of Reflect.ownKeys(prototype)) {
      if (key === 'constructor' || typeof key === 'symbol' || hiddenNames?.includes(key)) continue;
      const descriptor = getOwnPropertyDescriptor(prototype, key);
      descriptor.enumerable = true;
      defineProperty(prototype, key, descriptor);
    }
    defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true });
    if (Class.name !== name) defineProperty(Class, 'name', { value: name, configurable: true });
    return Class;
  }

  // The constants that a Web IDL interface has on its class and on its prototype.
  function exposeConstants(Class, constants) {
    for (const name of Reflect.ownKeys(constants)) {
      const constant = { __proto__: null, value: constants[name], writable: false, enumerable: true, configurable: false };
      defineProperty(Class, name, constant);
      defineProperty(Class.prototype, name, constant);
    }
    return Class;
  }

  // ---- globals ----

  function defineLazyGlobal(name, source, exportName) {
    // Getter and setter in one: every isolate makes them for all names.
    const lazy = (...given) => {
      const value = given.length === 0 ? use(source)[exportName] : given[0];
      defineProperty(global, name, { value, writable: true, enumerable: false, configurable: true });
      return value;
    };
    defineProperty(global, name, { get: lazy, set: lazy, enumerable: false, configurable: true });
  }

  function removeGlobal(name) {
    delete global[name];
  }

  rt.defineLazyGlobal = defineLazyGlobal;
  rt.removeGlobal = removeGlobal;
  rt.setStarting = (value) => {
    starting = value;
  };
  rt.isStarting = () => starting;

  global.Graal?.setUnhandledPromiseRejectionHandler?.((reason, promise) => {
    if (current !== null || hidden.onUnhandledRejection) use('io/report').unhandledRejection(promise, reason);
  });
  for (const name of ['Graal', 'Polyglot', 'load', 'loadWithNewGlobal', 'print', 'printErr', 'console', 'performance', 'arguments', 'AsyncContext', 'Temporal', 'ShadowRealm']) {
    if (name === 'AsyncContext' && global.AsyncContext) hidden.AsyncContext = global.AsyncContext;
    if (name in global) removeGlobal(name);
  }
  for (const name of ['dispose', 'asyncDispose']) {
    if (Symbol[name] === undefined) defineProperty(Symbol, name, { value: Symbol(`Symbol.${name}`) });
  }
  // Names of the engine that no other one has.
  delete intrinsics.FinalizationRegistry.prototype.cleanupSome;
  delete intrinsics.String.dedent;
  guardCodeGeneration();
  watchProxies();
  hidden.WebAssembly = global.WebAssembly;
  use('kernel/symbols');
  use('kernel/globals');
  // What every worker needs to start and to answer a request, loaded before there is one.
  for (const name of [
    'kernel/worker', 'performance/date', 'io/deliver', 'io/context', 'io/body', 'io/report', 'fetch/wire', 'fetch/body', 'fetch/headers',
    'fetch/request', 'fetch/response',
  ]) {
    use(name);
  }

  // ---- entry from the host: a code, the invocation it is for (0 for none), and arguments ----

  const ENTRIES = {
    __proto__: null,
    complete: (invocation, id, succeeded, value) => complete(id, succeeded, value),
    fail: (invocation, id, kind, message) => complete(id, false, makeError(kind, message)),
    timer: (invocation, id) => fireTimer(id),
    end(invocation, id) {
      const ending = invocations.get(id);
      if (ending === undefined) return;
      invocations.delete(id);
      ending.ended = true;
      const heir = ending.scope === ending || ending.scope?.ended ? null : ending.scope;
      pass(operations, ending, heir);
      pass(timers, ending, heir);
      if (ending.onEnd !== null) for (const callback of ending.onEnd) callback();
    },
  };

  // What the host asks for while it serves guest code, on behalf of whatever runs.
  const setBytes = uncurry(getPrototypeOf(intrinsics.Uint8Array).prototype.set);
  const VALUES = {
    __proto__: null,
    throw: (kind, message) => {
      throw makeError(kind, message);
    },
    // The engine copies a host buffer in one piece here, and byte by byte everywhere else.
    bytes: (buffer, length) => {
      const copy = new intrinsics.Uint8Array(length);
      if (length > 0) setBytes(copy, new intrinsics.Uint8Array(new intrinsics.ArrayBuffer(buffer)));
      return copy;
    },
    array: (...items) => items,
  };

  const sourceEntries = { __proto__: null };

  // An entry `source.function`; those that begin with `$` deliver an event and make the invocation they are for.
  function sourceEntry(code) {
    const at = code.indexOf('.');
    return (sourceEntries[code] = { run: use(code.slice(0, at))[code.slice(at + 1)], delivers: code[at + 1] === '$' });
  }

  return function enter(code, invocationId, ...args) {
    const value = VALUES[code];
    if (value !== undefined) return value(...args);
    current = invocationId === 0 ? null : (invocations.get(invocationId) ?? null);
    const entry = ENTRIES[code];
    if (entry !== undefined) {
      if (current === null && invocationId !== 0) return undefined;
      return entry(current, ...args);
    }
    const { run, delivers } = sourceEntries[code] ?? sourceEntry(code);
    if (current === null && invocationId !== 0) {
      if (!delivers) return undefined;
      current = new Invocation(invocationId);
      invocations.set(invocationId, current);
    }
    return run(current, ...args);
  };
});
