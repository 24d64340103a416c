// DurableObjectState: what a Durable Object gets as `ctx`.
(function (rt) {
  'use strict';
  const { Error, Promise, String, WeakMap, PromisePrototypeThen, ObjectCreate, ObjectDefineProperty } = rt.primordials;
  const hostEnter = rt.host('durableObject.enter');
  const hostLeave = rt.host('durableObject.leave');
  const owners = new WeakMap();

  function objectOf(state) {
    const object = owners.get(state);
    if (object === undefined) throw rt.illegalInvocation();
    return object;
  }

  const OTHER_OBJECT =
    'Cannot perform I/O on behalf of a different Durable Object. I/O objects (such as streams, request/response bodies, and others) created ' +
    'in the context of one Durable Object cannot be accessed from a different Durable Object in the same isolate. This is a limitation of ' +
    'Cloudflare Workers which allows us to improve overall performance.';

  // Throws unless the object itself is running.
  function check(object) {
    if (rt.io.require().scope !== object.home) throw new Error(OTHER_OBJECT);
    return object.actor;
  }

  const sockets = () => rt.use('binding/durable-object-sockets');

  class DurableObjectState {
    constructor() {
      throw rt.illegalConstructor();
    }
    waitUntil(promise) {
      objectOf(this);
      if (arguments.length === 0) throw rt.argumentError('waitUntil', 'DurableObjectState', 1, 'Promise');
      rt.io.waitUntil(promise);
    }
    blockConcurrencyWhile(callback) {
      const object = objectOf(this);
      if (typeof callback !== 'function') return Promise.reject(rt.argumentError('blockConcurrencyWhile', 'DurableObjectState', 1, 'function'));
      return critical(object, callback);
    }
    abort(reason) {
      const object = objectOf(this);
      const error = arguments.length === 0 || reason === undefined
        ? new Error('Application called abort() to reset Durable Object.')
        : new Error(String(reason));
      reset(object, error, true);
    }
    acceptWebSocket(...args) {
      sockets().accept(objectOf(this), args);
    }
    getWebSockets(...args) {
      return sockets().list(objectOf(this), args);
    }
    getTags(...args) {
      return sockets().tagsOf(objectOf(this), args);
    }
    setWebSocketAutoResponse(...args) {
      sockets().answerAutomatically(objectOf(this), args);
    }
    getWebSocketAutoResponse() {
      return sockets().automatic(objectOf(this));
    }
    getWebSocketAutoResponseTimestamp(...args) {
      return sockets().answeredAt(objectOf(this), args);
    }
    setHibernatableWebSocketEventTimeout(...args) {
      sockets().limitEvents(objectOf(this), args);
    }
    getHibernatableWebSocketEventTimeout() {
      return sockets().eventLimit(objectOf(this));
    }
  }
  rt.expose(DurableObjectState);

  // The object's stubs learn that it was reset.
  function reset(object, error, endTurn) {
    try {
      ObjectDefineProperty(error, 'durableObjectReset', { value: true, writable: true, enumerable: true, configurable: true });
    } catch {
      // A frozen error is told as it is.
    }
    rt.use('binding/durable-object-events').fatal(object, error, endTurn);
  }

  // ---- critical sections ----

  const LIMIT = 30000;
  const TOO_LONG = 'A call to blockConcurrencyWhile() in a Durable Object waited for too long. The call was canceled and the Durable Object was reset.';

  function critical(object, callback) {
    const actor = check(object);
    const section = hostEnter(actor);
    const timer = rt.io.timer(LIMIT, () => reset(object, new Error(TOO_LONG), true));
    let result;
    try {
      result = Promise.resolve(callback());
    } catch (error) {
      result = Promise.reject(error);
    }
    const over = PromisePrototypeThen(
      result,
      (value) => {
        rt.io.clearTimer(timer);
        hostLeave(actor, section);
        return value;
      },
      (error) => {
        rt.io.clearTimer(timer);
        hostLeave(actor, section);
        reset(object, error instanceof Error ? error : new Error(String(error)), false);
        throw error;
      },
    );
    // The first event waits for the sections that the constructor began.
    if (object.instance === undefined) {
      const before = object.sections;
      object.sections = before === null ? over : PromisePrototypeThen(before, () => over);
    }
    return over;
  }

  // ---- making ----

  const lazy = (make) => {
    let value;
    return { get: () => (value ??= make()), enumerable: true, configurable: true };
  };
  const data = (value) => ({ value, writable: true, enumerable: true, configurable: true });

  function make(object, { id, props }) {
    const state = ObjectCreate(DurableObjectState.prototype);
    owners.set(state, object);
    const { makeId } = rt.use('binding/durable-object');
    // An id given as a string is that very string.
    const ownId = id.isString ? id.text : makeId(id.text, id.name);
    ObjectDefineProperty(state, 'facets', lazy(() => rt.use('binding/durable-object-facets').make(object)));
    ObjectDefineProperty(state, 'container', data(undefined));
    ObjectDefineProperty(state, 'storage', lazy(() => rt.use('binding/durable-object-storage').make(object)));
    ObjectDefineProperty(state, 'id', data(ownId));
    ObjectDefineProperty(state, 'props', data(props));
    ObjectDefineProperty(state, 'exports', {
      get: () => (rt.compat.has('enable_ctx_exports') ? rt.use('modules/exports').contextExports() : undefined),
      enumerable: true,
      configurable: true,
    });
    return state;
  }

  return { DurableObjectState, make, check, critical, reset };
})
