// Async iteration of streams, and streams from iterables.
(function (rt) {
  'use strict';
  const { Boolean, Object, ObjectDefineProperty, Symbol } = rt.primordials;
  const { invoke, isObject, promiseReject, promiseResolve, then, typeError } = rt.use('streams/common');
  const { acquireReader, cancelStream, createDefault, readPromise, releaseReader, wrap } = rt.use('streams/readable');

  const asyncGeneratorPrototype = Object.getPrototypeOf(async function* () {}).prototype;
  const AsyncIteratorPrototype = Object.getPrototypeOf(asyncGeneratorPrototype);

  class StreamIterator {
    #reader;
    #preventCancel;
    #finished = false;
    // Calls wait for the ones before them.
    #ongoing = null;

    constructor(reader, preventCancel) {
      this.#reader = reader;
      this.#preventCancel = preventCancel;
    }

    next() {
      if (!(isObject(this) && #reader in this)) return promiseReject(rt.illegalInvocation());
      return this.#enqueue(() => this.#next());
    }

    return(value) {
      if (!(isObject(this) && #reader in this)) return promiseReject(rt.illegalInvocation());
      return this.#enqueue(() => this.#return(value));
    }

    #enqueue(step) {
      const result = this.#ongoing === null ? step() : then(this.#ongoing, step, step);
      this.#ongoing = result;
      return result;
    }

    #next() {
      if (this.#finished) return promiseResolve({ value: undefined, done: true });
      return then(readPromise(this.#reader), (result) => {
        if (result.done) this.#release();
        return result;
      }, (error) => {
        this.#release();
        throw error;
      });
    }

    #release() {
      this.#finished = true;
      releaseReader(this.#reader);
    }

    #return(value) {
      if (this.#finished) return promiseResolve({ value, done: true });
      const cancelled = this.#preventCancel ? promiseResolve(undefined) : cancelStream(this.#reader.stream, value);
      this.#release();
      return then(cancelled, () => ({ value, done: true }));
    }
  }

  const prototype = StreamIterator.prototype;
  delete prototype.constructor;
  Object.setPrototypeOf(prototype, AsyncIteratorPrototype);
  for (const name of ['next', 'return']) ObjectDefineProperty(prototype, name, { enumerable: true });
  ObjectDefineProperty(prototype, Symbol.toStringTag, { value: 'ReadableStream AsyncIterator', configurable: true });

  function iterate(stream, options) {
    if (options !== undefined && options !== null && !isObject(options)) {
      throw rt.argumentError('values', 'ReadableStream', 1, 'ReadableStreamIteratorOptions');
    }
    const preventCancel = options !== undefined && options !== null && Boolean(options.preventCancel);
    return new StreamIterator(acquireReader(stream), preventCancel);
  }

  function iteratorOf(iterable) {
    const isIterable = iterable !== undefined && iterable !== null;
    const asyncMethod = isIterable ? iterable[Symbol.asyncIterator] : undefined;
    const method = asyncMethod ?? (isIterable ? iterable[Symbol.iterator] : undefined);
    if (typeof method !== 'function') throw rt.argumentError('from', 'ReadableStream', 1, 'AsyncGenerator');
    const iterator = method.call(iterable);
    if (!isObject(iterator)) throw typeError('The iterator is not an object.');
    return iterator;
  }

  function from(iterable) {
    const iterator = iteratorOf(iterable);
    const { next } = iterator;
    const pull = (controller) =>
      then(invoke(() => next.call(iterator)), (result) => {
        if (!isObject(result)) throw typeError('The result of the iterator is not an object.');
        if (result.done) {
          controller.close();
          return undefined;
        }
        // Values of a synchronous iterable may be promises.
        return then(promiseResolve(result.value), (value) => controller.enqueue(value));
      });
    const cancel = (reason) => {
      const method = iterator.return;
      if (method === undefined || method === null) return undefined;
      return then(promiseResolve(method.call(iterator, reason)), (result) => {
        if (!isObject(result)) throw typeError('The result of the iterator is not an object.');
      });
    };
    return wrap(createDefault(null, pull, cancel, 0));
  }

  return { iterate, from };
})
