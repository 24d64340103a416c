// What `using` and `await using` become: a scope that keeps resources and disposes of them, last one first.
(function (rt) {
  'use strict';
  const { TypeError, Symbol } = rt.primordials;
  const { dispose, asyncDispose } = Symbol;
  const apply = rt.primordials.ReflectApply;
  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

  function checked(method, name) {
    if (typeof method !== 'function') throw new TypeError(`Symbol(Symbol.${name}) is not a function`);
    return method;
  }

  // The method that disposes of a resource; what a synchronous one returns is nobody's concern.
  function disposerOf(value, isAsync) {
    if (!isObject(value)) throw new TypeError('A value of a using declaration must be an object, null or undefined');
    if (isAsync) {
      const method = value[asyncDispose];
      if (method !== undefined && method !== null) return checked(method, 'asyncDispose');
    }
    const method = checked(value[dispose], 'dispose');
    return isAsync ? function () { apply(method, this, []); } : method;
  }

  class Scope {
    last = null;
    failed = false;
    failure = undefined;

    add(value, isAsync) {
      const nothing = value === null || value === undefined;
      if (!nothing || isAsync) {
        this.last = { value, isAsync: isAsync === true, method: nothing ? null : disposerOf(value, isAsync), before: this.last };
      }
      return value;
    }

    // The block threw, or a resource could not be disposed of: the later error keeps the earlier one.
    fail(error) {
      if (this.failed) {
        const { SuppressedError } = rt.use('kernel/disposable');
        this.failure = new SuppressedError(error, this.failure, 'An error was suppressed during disposal');
      } else {
        this.failed = true;
        this.failure = error;
      }
    }

    end() {
      for (let entry = this.last; entry !== null; entry = entry.before) {
        try {
          apply(entry.method, entry.value, []);
        } catch (error) {
          this.fail(error);
        }
      }
      if (this.failed) throw this.failure;
    }

    async endAsync() {
      // A null of `await using` still gives way once, unless something else was awaited.
      let owesAwait = false;
      let hasAwaited = false;
      for (let entry = this.last; entry !== null; entry = entry.before) {
        if (!entry.isAsync && owesAwait && !hasAwaited) {
          owesAwait = false;
          await undefined;
        }
        if (entry.method === null) {
          owesAwait = true;
          continue;
        }
        try {
          const result = apply(entry.method, entry.value, []);
          if (entry.isAsync) {
            hasAwaited = true;
            await result;
          }
        } catch (error) {
          this.fail(error);
        }
      }
      if (owesAwait && !hasAwaited) await undefined;
      if (this.failed) throw this.failure;
    }
  }

  const begin = () => new Scope();
  return { begin };
})
