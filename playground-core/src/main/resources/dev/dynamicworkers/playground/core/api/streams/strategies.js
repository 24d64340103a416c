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

  const byteLengthSlots = rt.slots();
  class ByteLengthQueuingStrategy {
    constructor(init) {
      byteLengthSlots.set(this, markOf(init, 'ByteLengthQueuingStrategy'));
    }
    get highWaterMark() {
      if (!byteLengthSlots.has(this)) throw rt.illegalInvocation();
      return byteLengthSlots.get(this);
    }
    get size() {
      if (!byteLengthSlots.has(this)) throw rt.illegalInvocation();
      return byteSize;
    }
  }

  const countSlots = rt.slots();
  class CountQueuingStrategy {
    constructor(init) {
      countSlots.set(this, markOf(init, 'CountQueuingStrategy'));
    }
    get highWaterMark() {
      if (!countSlots.has(this)) throw rt.illegalInvocation();
      return countSlots.get(this);
    }
    get size() {
      if (!countSlots.has(this)) throw rt.illegalInvocation();
      return countSize;
    }
  }

  rt.expose(ByteLengthQueuingStrategy);
  rt.expose(CountQueuingStrategy);
  return { ByteLengthQueuingStrategy, CountQueuingStrategy };
})
