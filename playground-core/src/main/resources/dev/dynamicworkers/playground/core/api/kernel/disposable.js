// Explicit resource management's library part, which the engine lacks.
(function (rt) {
  'use strict';
  const { Error, ReferenceError, TypeError, Symbol, ObjectDefineProperty } = rt.primordials;
  const dispose = Symbol.dispose;
  const asyncDispose = Symbol.asyncDispose;

  function SuppressedError(error, suppressed, message) {
    const made = Reflect.construct(Error, message === undefined ? [] : [message], new.target ?? SuppressedError);
    ObjectDefineProperty(made, 'error', { value: error, writable: true, configurable: true });
    ObjectDefineProperty(made, 'suppressed', { value: suppressed, writable: true, configurable: true });
    return made;
  }
  SuppressedError.prototype = Object.create(Error.prototype, {
    constructor: { value: SuppressedError, writable: true, configurable: true },
    name: { value: 'SuppressedError', writable: true, configurable: true },
    message: { value: '', writable: true, configurable: true },
  });
  Object.setPrototypeOf(SuppressedError, Error);

  function methodOf(value, symbols) {
    for (const symbol of symbols) {
      const method = value[symbol];
      if (method !== undefined && method !== null) {
        if (typeof method !== 'function') throw new TypeError('Symbol.dispose is not a function');
        return method;
      }
    }
    throw new TypeError('The value is not disposable');
  }

  class Stack {
    entries = [];
    disposed = false;

    require() {
      if (this.disposed) throw new ReferenceError('The stack has been disposed');
    }

    use(value, symbols) {
      this.require();
      if (value !== null && value !== undefined) {
        if (typeof value !== 'object' && typeof value !== 'function') throw new TypeError('The value is not an object');
        const method = methodOf(value, symbols);
        this.entries.push(() => method.call(value));
      }
      return value;
    }
  }

  function chain(failed, before, error) {
    return failed ? new SuppressedError(error, before) : error;
  }

  class DisposableStack {
    #stack = new Stack();
    get disposed() {
      return this.#stack.disposed;
    }
    use(value) {
      return this.#stack.use(value, [dispose]);
    }
    adopt(value, onDispose) {
      this.#stack.require();
      if (typeof onDispose !== 'function') throw new TypeError('onDispose is not a function');
      this.#stack.entries.push(() => onDispose(value));
      return value;
    }
    defer(onDispose) {
      this.#stack.require();
      if (typeof onDispose !== 'function') throw new TypeError('onDispose is not a function');
      this.#stack.entries.push(() => onDispose());
    }
    move() {
      this.#stack.require();
      const moved = new DisposableStack();
      moved.#stack.entries = this.#stack.entries;
      this.#stack.entries = [];
      this.#stack.disposed = true;
      return moved;
    }
    dispose() {
      if (this.#stack.disposed) return;
      this.#stack.disposed = true;
      let failed = false;
      let failure;
      for (const entry of this.#stack.entries.reverse()) {
        try {
          entry();
        } catch (error) {
          failure = chain(failed, failure, error);
          failed = true;
        }
      }
      if (failed) throw failure;
    }
    [dispose]() {
      this.dispose();
    }
  }

  class AsyncDisposableStack {
    #stack = new Stack();
    get disposed() {
      return this.#stack.disposed;
    }
    use(value) {
      return this.#stack.use(value, [asyncDispose, dispose]);
    }
    adopt(value, onDispose) {
      this.#stack.require();
      if (typeof onDispose !== 'function') throw new TypeError('onDispose is not a function');
      this.#stack.entries.push(() => onDispose(value));
      return value;
    }
    defer(onDispose) {
      this.#stack.require();
      if (typeof onDispose !== 'function') throw new TypeError('onDispose is not a function');
      this.#stack.entries.push(() => onDispose());
    }
    move() {
      this.#stack.require();
      const moved = new AsyncDisposableStack();
      moved.#stack.entries = this.#stack.entries;
      this.#stack.entries = [];
      this.#stack.disposed = true;
      return moved;
    }
    async disposeAsync() {
      if (this.#stack.disposed) return;
      this.#stack.disposed = true;
      let failed = false;
      let failure;
      for (const entry of this.#stack.entries.reverse()) {
        try {
          await entry();
        } catch (error) {
          failure = chain(failed, failure, error);
          failed = true;
        }
      }
      if (failed) throw failure;
    }
    [asyncDispose]() {
      return this.disposeAsync();
    }
  }

  return { DisposableStack: rt.expose(DisposableStack), AsyncDisposableStack: rt.expose(AsyncDisposableStack), SuppressedError };
})
