// The iterators of Headers, URLSearchParams and FormData: live, without a visible constructor.
(function (rt) {
  'use strict';
  const { Iterator, Object, ObjectDefineProperty, Symbol } = rt.primordials;

  // Returns a function that makes iterators tagged `<name> Iterator` over `step`, which yields a value or `end`.
  const end = Symbol('end');

  function iteratorsOf(name) {
    class PairIterator {
      #step;
      constructor(step) {
        this.#step = step;
      }
      next() {
        if (!(#step in this)) throw rt.illegalInvocation();
        if (this.#step === null) return { value: undefined, done: true };
        const value = this.#step();
        if (value !== end) return { value, done: false };
        this.#step = null;
        return { value: undefined, done: true };
      }
    }
    const prototype = PairIterator.prototype;
    delete prototype.constructor;
    Object.setPrototypeOf(prototype, Iterator.prototype);
    ObjectDefineProperty(prototype, Symbol.toStringTag, { value: `${name} Iterator`, configurable: true });
    ObjectDefineProperty(prototype, 'next', { enumerable: true });
    return (step) => new PairIterator(step);
  }

  return { iteratorsOf, end };
})
