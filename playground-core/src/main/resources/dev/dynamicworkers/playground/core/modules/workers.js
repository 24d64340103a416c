// The module `cloudflare:workers`.
(function (rt) {
  'use strict';
  const { Error, Object, Proxy, Symbol, TypeError, ReflectOwnKeys, ObjectDefineProperty } = rt.primordials;
  const worker = rt.worker;

  function makeBase(name) {
    const Base = { [name]: class {
      constructor(ctx, env) {
        if (new.target === Base) throw rt.illegalConstructor();
        ObjectDefineProperty(this, 'ctx', { value: ctx, writable: true, enumerable: true, configurable: true });
        ObjectDefineProperty(this, 'env', { value: env, writable: true, enumerable: true, configurable: true });
      }
    } }[name];
    ObjectDefineProperty(Base.prototype, Symbol.toStringTag, { value: name, configurable: true });
    return Base;
  }

  const WorkerEntrypoint = makeBase('WorkerEntrypoint');
  const DurableObject = makeBase('DurableObject');
  const WorkflowEntrypoint = makeBase('WorkflowEntrypoint');
  class RpcTarget {}
  ObjectDefineProperty(RpcTarget.prototype, Symbol.toStringTag, { value: 'RpcTarget', configurable: true });

  // ---- env and exports as the module gives them: views that follow withEnv() ----

  function view(source) {
    return new Proxy({}, {
      __proto__: null,
      get: (target, key) => source()[key],
      set: (target, key, value) => {
        source()[key] = value;
        return true;
      },
      has: (target, key) => key in source(),
      deleteProperty: (target, key) => delete source()[key],
      ownKeys: () => ReflectOwnKeys(source()),
      getOwnPropertyDescriptor: (target, key) => {
        const descriptor = Object.getOwnPropertyDescriptor(source(), key);
        if (descriptor !== undefined) descriptor.configurable = true;
        return descriptor;
      },
      defineProperty: (target, key, descriptor) => Reflect.defineProperty(source(), key, descriptor),
    });
  }

  // What withEnv() and withExports() put in their place, for what runs within fn and for all that follows from it.
  let envOverride;
  let exportsOverride;
  const isObject = (value) => value !== null && typeof value === 'object';
  const env = view(() => envOverride?.get() ?? worker.env ?? {});
  const exports = view(() => exportsOverride?.get() ?? rt.use('modules/exports').contextExports());

  function checkFunction(method, n, fn) {
    if (typeof fn !== 'function') throw rt.argumentError(method, 'EnvModule', n, 'function');
  }

  // What is no object takes nothing's place.
  const during = (variable, value, fn) => variable.run(isObject(value) ? value : undefined, () => fn());

  function withEnv(value, fn) {
    checkFunction('withEnv', 2, fn);
    envOverride ??= rt.use('modules/async-context').variable();
    return during(envOverride, value, fn);
  }

  function withExports(value, fn) {
    checkFunction('withExports', 2, fn);
    exportsOverride ??= rt.use('modules/async-context').variable();
    return during(exportsOverride, value, fn);
  }

  function withEnvAndExports(envValue, exportsValue, fn) {
    checkFunction('withEnvAndExports', 3, fn);
    return withEnv(envValue, () => withExports(exportsValue, fn));
  }

  function waitUntil(promise) {
    if (arguments.length === 0) throw rt.argumentError('waitUntil', 'EntrypointsModule', 1, 'Promise');
    rt.use('io/context').waitUntil(rt.io.require(), promise);
  }

  function abortIsolate(reason) {
    rt.host('worker.abortIsolate')(reason === undefined ? '' : String(reason));
    rt.private.throwUncatchable?.();
  }

  const exported = {
    DurableObject,
    RpcTarget,
    WorkerEntrypoint,
    WorkflowEntrypoint,
    get RpcStub() {
      return rt.use('rpc/stub').RpcStub;
    },
    get RpcPromise() {
      return rt.use('rpc/stub').RpcPromise;
    },
    get RpcProperty() {
      return rt.use('rpc/stub').RpcProperty;
    },
    get ServiceStub() {
      return rt.use('rpc/stub').Fetcher;
    },
    abortIsolate,
    cache: {},
    env,
    exports,
    restore: Symbol('restore'),
    get tracing() {
      return rt.use('modules/tracing').tracing;
    },
    waitUntil,
    withEnv,
    withEnvAndExports,
    withExports,
  };
  const loadedStub = rt.loaded('rpc/stub');
  if (loadedStub !== undefined) ObjectDefineProperty(loadedStub.RpcStub, 'name', { value: 'RpcStub', configurable: true });
  return exported;
})
