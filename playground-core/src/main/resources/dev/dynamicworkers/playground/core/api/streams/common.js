// What all streams share: queues with sizes, promise helpers and the conversion of strategies and callbacks.
(function (rt) {
  'use strict';
  const { Number, Promise, RangeError, ReflectApply, TypeError, PromisePrototypeThen } = rt.primordials;

  const noop = () => {};
  // Promise.resolve and reject are captured so that a guest's replacement changes nothing here.
  const { resolve: resolveStatic, reject: rejectStatic } = Promise;
  const promiseResolve = (value) => ReflectApply(resolveStatic, Promise, [value]);
  const promiseReject = (error) => ReflectApply(rejectStatic, Promise, [error]);

  class Deferred {
    constructor() {
      this.settled = false;
      this.promise = new Promise((resolve, reject) => {
        this.accept = resolve;
        this.refuse = reject;
      });
    }
    resolve(value) {
      this.settled = true;
      this.accept(value);
    }
    reject(error) {
      this.settled = true;
      this.refuse(error);
    }
    // A rejection that nobody waits for is no unhandled rejection.
    quiet() {
      PromisePrototypeThen(this.promise, undefined, noop);
      return this;
    }
  }

  const isObject = (value) => value !== null && (typeof value === 'object' || typeof value === 'function');

  // A FIFO of chunks with their sizes and the total.
  class Queue {
    constructor() {
      this.clear();
    }
    clear() {
      this.items = [];
      this.head = 0;
      this.total = 0;
    }
    get length() {
      return this.items.length - this.head;
    }
    push(value, size) {
      if (typeof size !== 'number' || !(size >= 0) || size === Infinity) {
        throw new RangeError('The return value of a queuing strategy\'s size function must be a finite, non-NaN, non-negative number.');
      }
      this.items[this.items.length] = { value, size };
      this.total += size;
    }
    peek() {
      return this.items[this.head].value;
    }
    shift() {
      const item = this.items[this.head];
      this.items[this.head++] = undefined;
      if (this.head === this.items.length) {
        this.items = [];
        this.head = 0;
      } else if (this.head > 64 && this.head * 2 > this.items.length) {
        this.items = this.items.slice(this.head);
        this.head = 0;
      }
      this.total -= item.size;
      if (this.total < 0) this.total = 0;
      return item.value;
    }
  }

  function strategyOf(value, defaultMark, className) {
    if (value === undefined || value === null) return { mark: defaultMark, size: null };
    if (!isObject(value)) throw rt.constructorError(className, 2, 'StreamQueuingStrategy');
    const { highWaterMark, size } = value;
    if (size !== undefined && typeof size !== 'function') throw rt.fieldError('size', 'StreamQueuingStrategy', 'function');
    let mark = defaultMark;
    if (highWaterMark !== undefined) {
      mark = Number(highWaterMark);
      if (mark < 0) throw typeError('The value cannot be converted because it is negative and this API expects a positive bigint.');
      if (!(mark >= 0)) throw typeError('The value cannot be converted because it is not an integer.');
    }
    return { mark, size: size === undefined ? null : (chunk) => Number(size(chunk)) };
  }

  // A callback of a source, sink or transformer: undefined, or a function that is called on its object.
  function methodOf(object, name, dictionary) {
    const method = object === undefined ? undefined : object[name];
    if (method === undefined || method === null) return null;
    if (typeof method !== 'function') throw rt.fieldError(name, dictionary, 'function');
    return (...args) => ReflectApply(method, object, args);
  }

  // The promise of a callback's result, whether it returns or throws.
  function invoke(method, ...args) {
    if (method === null) return promiseResolve(undefined);
    try {
      return promiseResolve(method(...args));
    } catch (error) {
      return promiseReject(error);
    }
  }

  const then = PromisePrototypeThen;
  const typeError = (message) => new TypeError(message);

  return { Deferred, Queue, invoke, isObject, methodOf, noop, promiseReject, promiseResolve, strategyOf, then, typeError };
})
