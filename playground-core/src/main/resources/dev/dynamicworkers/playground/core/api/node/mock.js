// Mocks of functions, as node:test has them.
(function (rt) {
  'use strict';
  const { Array, Error, Map, Object, Proxy, Reflect } = rt.primordials;
  const { notImplemented, withCode } = rt.use('node/errors');

  class MockFunctionContext {
    #calls = [];
    #implementation;
    #once = new Map();
    #restore;

    constructor(implementation, restore) {
      this.#implementation = implementation;
      this.#restore = restore;
    }

    get calls() { return [...this.#calls]; }
    callCount() { return this.#calls.length; }
    mockImplementation(implementation) { this.#implementation = implementation; }
    mockImplementationOnce(implementation, at = this.#calls.length) { this.#once.set(at, implementation); }
    resetCalls() { this.#calls = []; }
    restore() { this.#restore?.(this); }

    // Runs what stands for the function at this call, and writes down what became of it.
    run(self, args, target) {
      const at = this.#calls.length;
      const implementation = this.#once.get(at) ?? this.#implementation;
      this.#once.delete(at);
      const call = { arguments: Array.from(args), error: undefined, result: undefined, stack: new Error(), target, this: self };
      try {
        call.result = target === undefined ? Reflect.apply(implementation, self, args) : Reflect.construct(implementation, args, target);
        if (target !== undefined) call.this = call.result;
        return call.result;
      } catch (error) {
        call.error = error;
        throw error;
      } finally {
        this.#calls.push(call);
      }
    }
  }

  class MockTracker {
    #contexts = [];

    #make(original, implementation, restore) {
      const context = new MockFunctionContext(implementation, restore);
      this.#contexts.push(context);
      return new Proxy(original, {
        __proto__: null,
        apply: (target, self, args) => context.run(self, args),
        construct: (target, args, newTarget) => context.run(undefined, args, newTarget),
        get: (target, key, receiver) => (key === 'mock' ? context : Reflect.get(target, key, receiver)),
      });
    }

    fn(original = function () {}, implementation = original) {
      if (typeof original !== 'function') return this.#make(function () {}, function () {}, undefined);
      return this.#make(original, typeof implementation === 'function' ? implementation : original, (context) => context.mockImplementation(original));
    }

    method(object, name, implementation, options = typeof implementation === 'object' ? implementation : {}) {
      let holder = object;
      while (holder !== null && holder !== undefined && !Object.hasOwn(holder, name)) holder = Object.getPrototypeOf(holder);
      const descriptor = holder ? Object.getOwnPropertyDescriptor(holder, name) : undefined;
      const kind = options?.getter ? 'get' : options?.setter ? 'set' : 'value';
      const original = descriptor?.[kind];
      if (typeof original !== 'function') {
        throw withCode(rt.primordials.TypeError, 'ERR_INVALID_ARG_VALUE', `The argument 'methodName' must be a method. Received ${typeof original}`);
      }
      const mocked = this.#make(original, typeof implementation === 'function' ? implementation : original, () => {
        if (holder === object) Object.defineProperty(object, name, descriptor);
        else delete object[name];
      });
      Object.defineProperty(object, name, { ...descriptor, configurable: true, [kind]: mocked });
      return mocked;
    }

    getter(object, name, implementation, options) { return this.method(object, name, implementation, { ...options, getter: true }); }
    setter(object, name, implementation, options) { return this.method(object, name, implementation, { ...options, setter: true }); }
    reset() {
      this.restoreAll();
      this.#contexts = [];
    }
    restoreAll() { for (const context of this.#contexts) context.restore(); }
    module() { throw notImplemented('mock.module'); }
    get timers() { throw notImplemented('mock.timers'); }
  }

  return { MockFunctionContext, MockTracker, mock: new MockTracker() };
})
