// Delivery of events other than fetch: what the handler gets, and what it decides about its event. Functions that begin
// with `$` are entered by the host with a new invocation.
(function (rt) {
  'use strict';
  const { Error, JSONParse, JSONStringify, Promise } = rt.primordials;
  const handled = rt.host('io.handled');
  const decided = rt.host('io.decided');
  const deliver = rt.use('io/deliver');

  // What handlers of a kind get, made from the payload; `decide` tells the host what the handler decided so far.
  const ARGUMENTS = {
    __proto__: null,
    scheduled: (payload, decide) => rt.use('io/scheduled').controller(rt.use('rpc/clone').read(payload), decide),
    queue: (payload, decide) => rt.use('io/queue').controller(rt.use('rpc/clone').read(payload), decide),
    email: (payload, decide) => rt.use('io/email').message(JSONParse(payload.text), payload.buffers[0], decide),
    tail: (payload) => rt.use('io/tail-events').events(payload.text),
    test: () => ({}),
  };

  function $event(invocation, entrypoint, propsText, propsSpecial, propsCapabilities, propsBuffers, kind, text, special, capabilities, buffers) {
    const decide = (decision) => decided(JSONStringify(decision));
    let target, context;
    try {
      const entry = deliver.find(entrypoint);
      context = deliver.contextFor(invocation, deliver.payloadOf(propsText, propsSpecial, propsCapabilities, propsBuffers));
      target = deliver.receiver(entry, context);
    } catch (error) {
      rt.host('io.undelivered')();
      return deliver.fail(error);
    }
    if (kind === 'rpc') return call(invocation, entrypoint, target, context, text, decide);
    try {
      const handler = target[kind];
      if (typeof handler !== 'function') throw absent(kind, entrypoint, decide);
      const argument = ARGUMENTS[kind](deliver.payloadOf(text, special, capabilities, buffers), decide);
      deliver.settle(invocation, Promise.resolve(handler.call(target, argument, rt.worker.env, context)), () => handled());
    } catch (error) {
      deliver.fail(error);
    }
  }

  // A call from outside: the method is looked up as for a stub, what it returns is told as text and, where that can say it, as JSON.
  function call(invocation, entrypoint, target, context, text, decide) {
    try {
      const { method, arguments: given } = JSONParse(text);
      const host = deliver.find(entrypoint).kind === 'object' ? { env: rt.worker.env, context } : null;
      const result = rt.use('rpc/session').perform(target, method.split('.'), true, given, host);
      deliver.settle(invocation, Promise.resolve(result), (value) => {
        decide(described(value));
        handled();
      });
    } catch (error) {
      deliver.fail(error);
    }
  }

  const MOST_TEXT = 1 << 20;
  const MOST_JSON = 4 << 20;

  function described(value) {
    const text = rt.use('console/inspect').inspect(value, { depth: 8, customInspect: false });
    let json = null;
    try {
      json = JSONStringify(value) ?? null;
    } catch {
      // A cycle, a BigInt, or a toJSON() that throws.
    }
    return {
      text: text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}...` : text,
      json: json === null || json.length > MOST_JSON ? null : json,
    };
  }

  function absent(kind, entrypoint, decide) {
    if (kind === 'scheduled') decide({ noRetry: true });
    return new Error(kind === 'test' ? `Export '${entrypoint}' has no test() method.` : `Handler does not export a ${kind}() function.`);
  }

  // Entered by the host: the event that this isolate sent through a stub is over.
  function answer(invocation, op, outcome, decision) {
    const made = queued.get(op);
    queued.delete(op);
    rt.io.complete(op, true, made(outcome, decision === null ? {} : JSONParse(decision)));
  }
  const queued = new rt.primordials.Map();

  // Sends an event through a stub; `result` makes what the caller gets.
  function send(handle, kind, summary, detail, payload, result) {
    return rt.io.op((op) => {
      queued.set(op, result);
      rt.host('rpc.sendEvent')(op, handle, kind, summary, JSONStringify(detail), payload.text, payload.special, payload.capabilities, payload.buffers);
    });
  }

  return { $event, answer, send };
})
