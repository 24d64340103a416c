// The two queuing strategies of the standard.
(function (rt) {
  'use strict';
  const { Number } = rt.primordials;
  const { isObject } = rt.use('streams/common');

  const byteSize = { size: (chunk) => chunk.byteLength }.size;
  const countSize = { size: () => 1 }.size;

  function markOf(init, name) {
    if (!isObject(init)) throw rt.constructorError(name, 1, 'QueuingStrategyInit');
    if (init.highWaterMark === undefined) throw rt.fieldError('highWaterMark', 'QueuingStrategyInit', 'number');
    return Number(init.highWaterMark);
  }

  class ByteLengthQueuingStrategy {
    #mark;
    constructor(init) {
      this.#mark = markOf(init, 'ByteLengthQueuingStrategy');
    }
    get highWaterMark() {
      if (!(#mark in this)) throw rt.illegalInvocation();
      return this.#mark;
    }
    get size() {
      if (!(#mark in this)) throw rt.illegalInvocation();
      return byteSize;
    }
  }

  class CountQueuingStrategy {
    #mark;
    constructor(init) {
      this.#mark = markOf(init, 'CountQueuingStrategy');
    }
    get highWaterMark() {
      if (!(#mark in this)) throw rt.illegalInvocation();
      return this.#mark;
    }
    get size() {
      if (!(#mark in this)) throw rt.illegalInvocation();
      return countSize;
    }
  }

  rt.expose(ByteLengthQueuingStrategy);
  rt.expose(CountQueuingStrategy);
  return { ByteLengthQueuingStrategy, CountQueuingStrategy };
})
