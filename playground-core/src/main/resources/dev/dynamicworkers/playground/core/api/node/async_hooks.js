// node:async_hooks: AsyncLocalStorage and AsyncResource on the engine's own asynchronous context.
(function (rt) {
  'use strict';
  const { Error, Reflect, TypeError } = rt.primordials;
  const { AsyncContext } = rt.private;

  const storageSlots = rt.slots();
  class AsyncLocalStorage {
    constructor(options) {
      if (options !== undefined && (typeof options !== 'object' || options === null)) throw new TypeError('The "options" argument must be of type object.');
      storageSlots.set(this, {
        name: options?.name ?? '', defaultValue: options?.defaultValue, variable: rt.use('modules/async-context').variable(), disabled: false,
      });
    }

    get name() { return storageSlots.get(this).name; }

    run(store, callback, ...args) {
      const state = storageSlots.get(this);
      state.disabled = false;
      return state.variable.run({ store }, () => callback(...args));
    }

    exit(callback, ...args) {
      return storageSlots.get(this).variable.run(undefined, () => callback(...args));
    }

    getStore() {
      const { disabled, variable, defaultValue } = storageSlots.get(this);
      if (disabled) return undefined;
      const entry = variable.get();
      return entry === undefined ? defaultValue : entry.store;
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

  const resourceSlots = rt.slots();
  class AsyncResource {
    constructor(type) {
      if (typeof type !== 'string') throw rt.use('node/errors').invalidArgType('type', 'string', type);
      resourceSlots.set(this, { snapshot: new AsyncContext.Snapshot(), type });
    }

    runInAsyncScope(callback, receiver, ...args) {
      return resourceSlots.get(this).snapshot.run(() => Reflect.apply(callback, receiver, args));
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
    get type() { return resourceSlots.get(this).type; }

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
