// node:async_hooks: AsyncLocalStorage and AsyncResource on the engine's own asynchronous context.
(function (rt) {
  'use strict';
  const { Error, Reflect, TypeError } = rt.primordials;
  const { AsyncContext } = rt.private;

  class AsyncLocalStorage {
    #variable;
    #disabled = false;
    #defaultValue;
    #name;

    constructor(options) {
      if (options !== undefined && (typeof options !== 'object' || options === null)) throw new TypeError('The "options" argument must be of type object.');
      this.#name = options?.name ?? '';
      this.#defaultValue = options?.defaultValue;
      this.#variable = rt.use('modules/async-context').variable();
    }

    get name() { return this.#name; }

    run(store, callback, ...args) {
      this.#disabled = false;
      return this.#variable.run({ store }, () => callback(...args));
    }

    exit(callback, ...args) {
      return this.#variable.run(undefined, () => callback(...args));
    }

    getStore() {
      if (this.#disabled) return undefined;
      const entry = this.#variable.get();
      return entry === undefined ? this.#defaultValue : entry.store;
    }

    enterWith() {
      throw new Error('asyncLocalStorage.enterWith() is not implemented');
    }

    disable() {
      throw new Error('asyncLocalStorage.disable() is not implemented');
    }

    static bind(callback) {
      return AsyncResource.bind(callback);
    }

    static snapshot() {
      const snapshot = new AsyncContext.Snapshot();
      return (callback, ...args) => snapshot.run(callback, ...args);
    }
  }

  class AsyncResource {
    #snapshot = new AsyncContext.Snapshot();
    #type;

    constructor(type) {
      if (typeof type !== 'string') throw rt.use('node/errors').invalidArgType('type', 'string', type);
      this.#type = type;
    }

    runInAsyncScope(callback, receiver, ...args) {
      return this.#snapshot.run(() => Reflect.apply(callback, receiver, args));
    }

    bind(callback, receiver) {
      const resource = this;
      return function (...args) {
        return resource.runInAsyncScope(callback, receiver === undefined ? this : receiver, ...args);
      };
    }

    asyncId() { return 0; }
    triggerAsyncId() { return 0; }
    emitDestroy() { return this; }
    get type() { return this.#type; }

    static bind(callback, type, receiver) {
      return new AsyncResource(type ?? callback.name ?? 'bound-anonymous-fn').bind(callback, receiver);
    }
  }

  const hook = { enable() { return hook; }, disable() { return hook; } };

  return {
    AsyncLocalStorage,
    AsyncResource,
    createHook: () => hook,
    executionAsyncId: () => 0,
    triggerAsyncId: () => 0,
    executionAsyncResource: () => ({}),
    asyncWrapProviders: {},
  };
})
