// Async iteration of streams, and streams from iterables.
(function (rt) {
  'use strict';
  const { Boolean, Object, ObjectDefineProperty, Symbol } = rt.primordials;
  const { invoke, isObject, promiseReject, promiseResolve, then, typeError } = rt.use('streams/common');
  const { acquireReader, cancelStream, createDefault, readPromise, releaseReader, wrap } = rt.use('streams/readable');

  const asyncGeneratorPrototype = Object.getPrototypeOf(async function* () {}).prototype;
  const AsyncIteratorPrototype = Object.getPrototypeOf(asyncGeneratorPrototype);

  const slots = rt.slots();
  class StreamIterator {
    constructor(reader, preventCancel) {
      slots.set(this, { reader, preventCancel, finished: false, ongoing: null });
    }

    next() {
      if (!slots.has(this)) return promiseReject(rt.illegalInvocation());
      return enqueue(slots.get(this), nextOf);
    }

    return(value) {
      if (!slots.has(this)) return promiseReject(rt.illegalInvocation());
      return enqueue(slots.get(this), (state) => returnFrom(state, value));
    }
  }

  // Calls wait for the ones before them.
  function enqueue(state, step) {
    const run = () => step(state);
    const result = state.ongoing === null ? run() : then(state.ongoing, run, run);
    state.ongoing = result;
    return result;
  }

  function nextOf(state) {
    if (state.finished) return promiseResolve({ value: undefined, done: true });
    return then(readPromise(state.reader), (result) => {
      if (result.done) release(state);
      return result;
    }, (error) => {
      release(state);
      throw error;
    });
  }

  function release(state) {
    state.finished = true;
    releaseReader(state.reader);
  }

  function returnFrom(state, value) {
    if (state.finished) return promiseResolve({ value, done: true });
    const cancelled = state.preventCancel ? promiseResolve(undefined) : cancelStream(state.reader.stream, value);
    release(state);
    return then(cancelled, () => ({ value, done: true }));
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
