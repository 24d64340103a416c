// The iterators of Headers, URLSearchParams and FormData: live, without a visible constructor.
(function (rt) {
  'use strict';
  const { Iterator, Object, ObjectDefineProperty, Symbol } = rt.primordials;

  // Returns a function that makes iterators tagged `<name> Iterator` over `step`, which yields a value or `end`.
  const end = Symbol('end');

  function iteratorsOf(name) {
    const slots = rt.slots();
    class PairIterator {
      constructor(step) {
        slots.set(this, step);
      }
      next() {
        if (!slots.has(this)) throw rt.illegalInvocation();
        if (slots.get(this) === null) return { value: undefined, done: true };
        const value = slots.get(this)();
        if (value !== end) return { value, done: false };
        slots.set(this, null);
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
