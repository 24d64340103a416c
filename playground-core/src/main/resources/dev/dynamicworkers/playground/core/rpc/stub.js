// Stubs: what stands in one isolate for an object, a function or an entrypoint of another. A stub is a proxy whose handler
// knows its root (where calls go) and the path of properties walked so far.
(function (rt) {
  'use strict';
  const {
    Error, FinalizationRegistry, Map, Object, Promise, Proxy, Symbol, TypeError, WeakMap, PromisePrototypeThen, ReflectGet, ReflectHas, ObjectCreate,
    ObjectDefineProperty, ObjectIsExtensible, FinalizationRegistryPrototypeRegister,
  } = rt.primordials;
  const hostCall = rt.host('rpc.call');
  const hostDispose = rt.host('rpc.dispose');
  const hostDup = rt.host('rpc.dup');
  const hostImportOwn = rt.host('rpc.importOwn');
  const clone = rt.use('rpc/clone');
  const { exportTarget } = rt.use('rpc/targets');
  const { Fetcher } = rt.use('rpc/fetcher');
  const described = new WeakMap();
  const describeStub = (value) => described.get(value);

  const DISPOSED = 'RPC stub used after being disposed.';

  // Handles of objects that guest code can't reach any more are let go of.
  const unreachable = new FinalizationRegistry((handle) => hostDispose(handle));
  const untilUnreachable = (object, handle) => FinalizationRegistryPrototypeRegister(unreachable, object, handle);

  // ---- roots ----

  // A capability in the host's table of this isolate.
  class HandleRoot {
    constructor(handle, kind, owner, className, dynamic) {
      this.handle = handle;
      this.kind = kind;
      this.owner = owner;
      this.className = className;
      this.dynamic = dynamic;
      this.disposed = false;
    }
    check() {
      if (this.disposed) throw new Error(DISPOSED);
      if (this.owner !== null) rt.io.check(this.owner, this.kind === 'live' ? 'Client' : 'SubrequestChannel');
      return this.handle;
    }
    dispose() {
      if (this.disposed) return;
      this.disposed = true;
      hostDispose(this.handle);
    }
    send(op, path, isCall, payload) {
      hostCall(op, 0, this.check(), path.join('\0'), path.length, isCall, payload.text, payload.special, payload.capabilities, payload.buffers);
    }
  }

  // A call whose result is not there yet: further calls are queued behind it at its callee.
  class PendingRoot {
    constructor() {
      this.op = 0;
      this.state = 'pending';
      this.value = undefined;
      this.disposed = false;
    }
    send(op, path, isCall, payload, args) {
      if (this.disposed) throw new Error('RPC promise used after being disposed.');
      queued.set(op, { root: this, path, isCall, args });
      hostCall(op, 1, this.op, path.join('\0'), path.length, isCall, payload.text, payload.special, payload.capabilities, payload.buffers);
    }
  }

  // Calls that wait behind another one: when that one's callee is gone before they reach it, they are made on the result.
  const queued = new Map();

  function retry(invocation, op) {
    const call = queued.get(op);
    queued.delete(op);
    const { root, path, isCall, args } = call;
    const again = () => rt.io.as(invocation, () => promises.get(settled(root, path, isCall, args)).promise);
    const run = PromisePrototypeThen(root.promise, again, again);
    PromisePrototypeThen(run, (value) => rt.io.complete(op, true, value), (error) => rt.io.complete(op, false, error));
  }

  // ---- calls ----

  const EMPTY = { text: '[]', special: false, capabilities: null, buffers: null };

  function send(op, root, path, isCall, args) {
    let payload = EMPTY;
    let given = null;
    if (isCall && args.length > 0) {
      givenAway = null;
      payload = clone.write(args, 'rpc', noteDisposer, 'arguments');
      given = takeGivenAway();
      clone.checkSize(payload);
    }
    root.send(op, path, isCall, payload, args);
    if (given !== null && !rt.compat.has('rpc_params_dup_stubs')) for (const stub of given) stub.dispose();
  }

  function start(root, path, isCall, args) {
    const pending = new PendingRoot();
    const promise = rt.io.op((op) => {
      pending.op = op;
      try {
        send(op, root, path, isCall, args);
      } catch (error) {
        // Calls on its result fail with the same error, in this turn already.
        pending.state = 'rejected';
        pending.value = error;
        throw error;
      }
    }, true);
    return { pending, promise };
  }

  // Stubs that the value being written passes on; null when there are none.
  let givenAway = null;
  function takeGivenAway() {
    const given = givenAway;
    givenAway = null;
    return given;
  }
  const noteDisposer = () => {};

  function invoke(root, path, isCall, args) {
    if (root instanceof PendingRoot) {
      if (root.state !== 'pending') return settled(root, path, isCall, args);
      if (root.op === 0) return afterwards(root, path, isCall, args);
    }
    const { pending, promise } = start(root, path, isCall, args);
    return makePromise(pending, promise);
  }

  // The result comes from this isolate, in a moment: there is no call that another one could wait behind.
  function afterwards(root, path, isCall, args) {
    const invocation = rt.io.current();
    const again = () => rt.io.as(invocation, () => {
      if (root.disposed) throw new Error('RPC promise used after being disposed.');
      return promises.get(settled(root, path, isCall, args)).promise;
    });
    return makePromise(new PendingRoot(), PromisePrototypeThen(root.promise, again, again));
  }

  // The result is here: its stubs are called directly, its data is read locally.
  function settled(root, path, isCall, args) {
    const pending = new PendingRoot();
    const run = async () => {
      if (root.state === 'rejected') throw root.value;
      const lookup = rt.use('rpc/lookup');
      let value = root.value;
      for (let i = 0; i < path.length; i++) {
        if (describeStub(value) !== undefined) {
          let at = value;
          for (let j = i; j < path.length; j++) at = at[path[j]];
          return isCall ? at(...args) : at;
        }
        value = lookup.step(value, path[i]);
      }
      if (!isCall) return value;
      if (typeof value !== 'function') throw lookup.notCallable(path[path.length - 1] ?? '');
      return value(...args);
    };
    return makePromise(pending, run());
  }

  function makePromise(pending, promise) {
    pending.promise = promise;
    PromisePrototypeThen(
      promise,
      (value) => {
        queued.delete(pending.op);
        pending.state = 'fulfilled';
        pending.value = value;
      },
      (error) => {
        queued.delete(pending.op);
        pending.state = 'rejected';
        pending.value = error;
      },
    );
    const handler = new PromiseHandler(pending, promise);
    const proxy = new Proxy(function () {}, handler);
    described.set(proxy, NOT_SERIALIZABLE_PROMISE);
    promises.set(proxy, handler);
    return proxy;
  }
  const NOT_SERIALIZABLE_PROMISE = { notSerializable: 'RpcPromise' };
  const promises = new WeakMap();

  // ---- properties of stubs and promises ----

  const isIndex = (key) => {
    const code = key.charCodeAt(0);
    return code >= 48 && code <= 57 && String(key >>> 0) === key;
  };

  class PropertyHandler {
    constructor(root, path) {
      this.root = root;
      this.path = path;
      this.fetched = null;
    }
    value() {
      return (this.fetched ??= invokeGet(this.root, this.path));
    }
    get(target, key, receiver) {
      if (typeof key === 'symbol') return RpcProperty.prototype[key];
      if (key === 'then') return (onFulfilled, onRejected) => PromisePrototypeThen(this.value(), onFulfilled, onRejected);
      if (key === 'catch') return (onRejected) => PromisePrototypeThen(this.value(), undefined, onRejected);
      if (key === 'finally') return (onFinally) => this.value().finally(onFinally);
      if (key === '' || isIndex(key)) return undefined;
      if (key in RpcProperty.prototype) return RpcProperty.prototype[key];
      return property(this.root, [...this.path, key]);
    }
    has(target, key) {
      return typeof key === 'string' || key in RpcProperty.prototype;
    }
    apply(target, self, args) {
      // JSON.stringify() asks every object for toJSON(key), and a promise of the reference runtime is written as an empty object.
      if (this.path.length === 1 && this.path[0] === 'toJSON' && args.length === 1 && typeof args[0] === 'string' && describeStub(self)?.kind === 'service') {
        const handler = promises.get(invoke(this.root, this.path, true, args));
        PromisePrototypeThen(handler.promise, undefined, () => {});
        return new Proxy({}, { __proto__: null, get: (target, key) => handler.get(target, key), ownKeys: () => [] });
      }
      return invoke(this.root, this.path, true, args);
    }
    ownKeys() {
      return ['prototype'];
    }
    getPrototypeOf() {
      return RpcProperty.prototype;
    }
  }

  // The inner promise of a fetched property.
  function invokeGet(root, path) {
    const proxy = invoke(root, path, false, []);
    return promises.get(proxy).promise;
  }

  function property(root, path) {
    const proxy = new Proxy(function () {}, new PropertyHandler(root, path));
    described.set(proxy, NOT_SERIALIZABLE_PROPERTY);
    return proxy;
  }
  const NOT_SERIALIZABLE_PROPERTY = { notSerializable: 'RpcProperty' };

  class PromiseHandler {
    constructor(pending, promise) {
      this.pending = pending;
      this.promise = promise;
    }
    get(target, key) {
      if (key === 'then') return (onFulfilled, onRejected) => PromisePrototypeThen(this.promise, onFulfilled, onRejected);
      if (key === 'catch') return (onRejected) => PromisePrototypeThen(this.promise, undefined, onRejected);
      if (key === 'finally') return (onFinally) => this.promise.finally(onFinally);
      if (key === Symbol.dispose) return () => this.dispose();
      if (typeof key === 'symbol' || key in RpcPromise.prototype) return RpcPromise.prototype[key];
      if (key === '' || isIndex(key)) return undefined;
      return property(this.pending, [key]);
    }
    dispose() {
      this.pending.disposed = true;
      PromisePrototypeThen(this.promise, (value) => value?.[Symbol.dispose]?.(), () => {});
    }
    has(target, key) {
      return typeof key === 'string' || key in RpcPromise.prototype;
    }
    apply(target, self, args) {
      return invoke(this.pending, [], true, args);
    }
    ownKeys() {
      return ['prototype'];
    }
    getPrototypeOf() {
      return RpcPromise.prototype;
    }
  }

  // ---- stubs ----

  class StubHandler {
    constructor(root, Class) {
      this.root = root;
      this.Class = Class;
    }
    get(target, key, receiver) {
      const { prototype } = this.Class;
      if (typeof key === 'symbol' || key in target || key in prototype) return ReflectGet(key in target ? target : prototype, key, receiver);
      if (key === 'then' || key === '' || isIndex(key)) return undefined;
      return property(this.root, [key]);
    }
    has(target, key) {
      return typeof key === 'string' || key in target;
    }
    getPrototypeOf() {
      return this.Class.prototype;
    }
  }

  class LiveHandler extends StubHandler {
    get(target, key, receiver) {
      const { prototype } = this.Class;
      if (typeof key === 'symbol' || key in prototype) return ReflectGet(prototype, key, receiver);
      if (key === 'then' || key === '' || isIndex(key)) return undefined;
      return property(this.root, [key]);
    }
    apply(target, self, args) {
      return invoke(this.root, [], true, args);
    }
    ownKeys() {
      return ['prototype'];
    }
  }

  function rootOf(stub) {
    const description = described.get(stub);
    if (description?.root === undefined) throw rt.illegalInvocation();
    return description.root;
  }

  function describe(proxy, root) {
    described.set(proxy, {
      root,
      kind: root.kind === 'live' ? 'live' : 'service',
      dynamic: root.dynamic,
      handle: () => {
        const handle = root.check();
        if (root.kind === 'live') (givenAway ??= []).push(root);
        return handle;
      },
    });
    return proxy;
  }

  // Stubs made while `reading` is set belong to one payload and are closed together.
  let reading = null;

  function liveStub(handle) {
    const root = new HandleRoot(handle, 'live', rt.io.current(), 'RpcStub', false);
    const stub = describe(new Proxy(function () {}, new LiveHandler(root, RpcStub)), root);
    if (reading !== null) reading.push(root);
    return stub;
  }

  // A stub of an entrypoint. owner: the invocation it is bound to, null for one that every invocation may use.
  function entrypointStub(handle, Class, owner, dynamic) {
    if (!named) nameFetcher();
    const root = new HandleRoot(handle, 'service', owner, Class.name, dynamic);
    untilUnreachable(root, handle);
    return describe(new Proxy(ObjectCreate(Class.prototype), new StubHandler(root, Class)), root);
  }

  // The module `cloudflare:workers` knows the class by another name; the first stub decides which one it keeps.
  let named = false;
  function nameFetcher() {
    named = true;
    if (rt.loaded('modules/workers') !== undefined) ObjectDefineProperty(Fetcher, 'name', { value: 'ServiceStub', configurable: true });
  }

  // A stub that came from elsewhere: whatever it was there, here it is a Fetcher.
  const serviceStub = (handle) => entrypointStub(handle, Fetcher, null, false);

  // Reads a payload and gives the stubs that came with it.
  function readWithStubs(payload) {
    const before = reading;
    reading = [];
    try {
      const value = payload.text === '[]' ? [] : clone.read(payload);
      return { value, stubs: reading };
    } finally {
      reading = before;
    }
  }

  // ---- classes ----

  class RpcStub {
    constructor(target) {
      if (target === null || (typeof target !== 'object' && typeof target !== 'function')) {
        throw rt.constructorError('JsRpcStub', 1, 'Object');
      }
      return liveStub(hostImportOwn(exportTarget(target)));
    }
    dup() {
      const root = rootOf(this);
      const before = reading;
      reading = null;
      const copy = liveStub(hostDup(root.check()));
      reading = before;
      return copy;
    }
    [Symbol.dispose]() {
      rootOf(this).dispose();
    }
  }
  ObjectDefineProperty(RpcStub.prototype, Symbol.toStringTag, { value: 'JsRpcStub', configurable: true });
  ObjectDefineProperty(RpcStub, 'name', { value: rt.loaded('modules/workers') === undefined ? 'JsRpcStub' : 'RpcStub', configurable: true });

  class RpcPromise {
    constructor() {
      throw rt.illegalConstructor();
    }
  }
  ObjectDefineProperty(RpcPromise.prototype, Symbol.toStringTag, { value: 'JsRpcPromise', configurable: true });
  class RpcProperty {
    constructor() {
      throw rt.illegalConstructor();
    }
  }
  ObjectDefineProperty(RpcProperty.prototype, Symbol.toStringTag, { value: 'JsRpcProperty', configurable: true });

  // ---- results ----

  // Every object that came over RPC can be disposed as a whole.
  function addDisposer(value, stubs) {
    if (value === null || typeof value !== 'object' || describeStub(value) !== undefined || !ObjectIsExtensible(value)) return value;
    ObjectDefineProperty(value, Symbol.dispose, {
      value: () => {
        for (const stub of stubs) stub.dispose();
      },
      writable: true,
      enumerable: false,
      configurable: true,
    });
    return value;
  }

  return {
    describeStub, untilUnreachable, retry, liveStub, entrypointStub, serviceStub, readWithStubs, exportTarget, addDisposer, takeGivenAway, invoke, property, rootOf,
    HandleRoot, Fetcher, RpcStub, RpcPromise, RpcProperty, described,
  };
})
