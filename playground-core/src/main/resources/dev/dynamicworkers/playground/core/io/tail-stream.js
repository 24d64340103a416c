// Streaming tails: `tailStream(onset)` runs when an invocation of another worker begins; what it returns, a function or
// an object with a function by type of event, then gets every event as it happens. Functions are entered by the host.
(function (rt) {
  'use strict';
  const { Date, JSONParse, Promise, PromisePrototypeThen } = rt.primordials;
  const handled = rt.host('io.handled');
  const deliver = rt.use('io/deliver');

  function eventOf(json) {
    const event = JSONParse(json);
    event.timestamp = new Date(event.timestamp);
    return event;
  }

  function $begin(invocation, entrypoint, propsText, propsSpecial, propsCapabilities, propsBuffers, onset) {
    try {
      const entry = deliver.find(entrypoint);
      const context = deliver.contextFor(invocation, deliver.payloadOf(propsText, propsSpecial, propsCapabilities, propsBuffers));
      const target = deliver.receiver(entry, context);
      if (typeof target.tailStream !== 'function') return handled(null);
      const event = eventOf(onset);
      const result = entry.kind === 'object' ? target.tailStream(event, rt.worker.env, context) : target.tailStream(event);
      // The events form one line: each waits for what was done with the one before it.
      invocation.tail = Promise.resolve(result);
      PromisePrototypeThen(invocation.tail, undefined, deliver.fail);
    } catch (error) {
      deliver.fail(error);
    }
  }

  function event(invocation, json, isLast) {
    if (invocation.tail === undefined) return;
    const event = eventOf(json);
    invocation.tail = PromisePrototypeThen(invocation.tail, (handler) => {
      const handle = typeof handler === 'function' ? handler : handler?.[event.event.type];
      if (typeof handle !== 'function') return handler;
      return PromisePrototypeThen(Promise.resolve(rt.primordials.ReflectApply(handle, handler, [event])), () => handler);
    });
    PromisePrototypeThen(invocation.tail, () => {
      if (isLast) handled(null);
    }, (error) => {
      if (!invocation.ended) deliver.fail(error);
    });
  }

  return { $begin, event };
})
