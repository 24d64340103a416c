// The objects that live in this isolate, and the delivery of events to them. One instance for each object, made by its
// first event. What an object's events begin belongs to the object: `home` is the invocation that stands for its life.
(function (rt) {
  'use strict';
  const { Error, Map, Promise, PromisePrototypeThen, TypeError, ReflectApply } = rt.primordials;
  const hostRefuse = rt.host('durableObject.refuse');
  const hostBreak = rt.host('durableObject.break');
  const handled = rt.host('io.handled');
  const deliver = rt.use('io/deliver');
  const objects = new Map();

  // Entered by the host: an object begins to live here. The invocation is its home.
  function $settle(home, actor, className, idText, idName, idIsString, propsText, propsSpecial, propsCapabilities, propsBuffers) {
    const entry = rt.worker.entrypoints.get(className);
    if (entry === undefined || (entry.kind !== 'durableObject' && entry.kind !== 'class')) {
      return hostRefuse(actor, className === 'default' ? 'Worker has no default actor class.' : `Worker has no such actor class: ${className}`);
    }
    home.scope = home;
    const props = deliver.payloadOf(propsText, propsSpecial, propsCapabilities, propsBuffers);
    const object = {
      actor, home, Class: entry.value, kind: entry.kind, instance: undefined, sections: null, id: idText,
      context: undefined, sockets: null,
    };
    object.context = rt.use('binding/durable-object-state').make(object, {
      id: { text: idText, name: idName, isString: idIsString },
      props: props === null ? {} : rt.use('rpc/clone').read(props),
    });
    objects.set(actor, object);
    return undefined;
  }

  // Entered by the host: the object's life is over.
  function forget(invocation, actor) {
    objects.delete(actor);
  }

  function enter(invocation, actor) {
    const object = objects.get(actor);
    invocation.scope = object.home;
    invocation.objectId = object.id;
    if (object.instance === undefined) {
      try {
        object.instance = new object.Class(object.context, rt.worker.env);
      } catch (error) {
        rt.use('binding/durable-object-state').reset(object, error, false);
        return undefined;
      }
    }
    return object;
  }

  // Ends the object's life.
  function fatal(object, error, endTurn) {
    const { describe, causesOf } = rt.use('io/report');
    const { name, message, stack } = describe(error);
    hostBreak(object.actor, endTurn, rt.use('rpc/errors').write(error, false), name, message, stack, causesOf(error));
  }

  // Runs `action` once the critical sections that the constructor began are over.
  function afterStart(invocation, object, action) {
    const { sections } = object;
    if (sections === null) return action();
    return PromisePrototypeThen(sections, () => rt.use('io/turns').within(invocation, () => {
      if (!invocation.ended) action();
    }), () => {});
  }

  const NO_RPC =
    'The receiving Durable Object does not support RPC, because its class was not declared with `extends DurableObject`. In order to ' +
    'enable RPC, make sure your class extends the special class `DurableObject`, which can be imported from the module "cloudflare:workers".';

  function $call(invocation, callId, actor, path, count, isCall, text, special, capabilities, buffers) {
    const object = enter(invocation, actor);
    if (object === undefined) return;
    const session = rt.use('rpc/session');
    const receiver = () => {
      if (object.kind !== 'durableObject') throw new TypeError(NO_RPC);
      return { receiver: object.instance, host: null };
    };
    afterStart(invocation, object, () => {
      session.run(invocation, callId, receiver, session.split(path, count), isCall, { text, special, capabilities, buffers });
    });
  }

  function $fetch(invocation, actor, method, url, headers, bodyKind, body, redirect, cf) {
    const object = enter(invocation, actor);
    if (object === undefined) return;
    const request = deliver.requestOf(invocation, method, url, headers, bodyKind, body, redirect, cf);
    afterStart(invocation, object, () => {
      try {
        const handler = object.instance.fetch;
        if (typeof handler !== 'function') throw new Error('Handler does not export a fetch() function.');
        deliver.answerWith(invocation, ReflectApply(handler, object.instance, [request]));
      } catch (error) {
        deliver.fail(error);
      }
    });
  }

  function $alarm(invocation, actor, scheduledTime, retryCount) {
    const object = enter(invocation, actor);
    if (object === undefined) return;
    afterStart(invocation, object, () => {
      try {
        const handler = object.instance.alarm;
        if (typeof handler !== 'function') throw new Error('Handler does not export an alarm() function.');
        const result = ReflectApply(handler, object.instance, [{ retryCount, isRetry: retryCount > 0, scheduledTime }]);
        deliver.settle(invocation, Promise.resolve(result), () => handled());
      } catch (error) {
        deliver.fail(error);
      }
    });
  }

  // A message, the end or the loss of a web socket that the object accepted.
  function $socket(invocation, actor, socket, kind, content, reason) {
    const object = enter(invocation, actor);
    if (object === undefined) return;
    afterStart(invocation, object, () => {
      try {
        const result = rt.use('binding/durable-object-sockets').deliver(invocation, object, socket, kind, content, reason);
        deliver.settle(invocation, result, () => handled());
      } catch (error) {
        deliver.fail(error);
      }
    });
  }

  return { $settle, forget, $call, $fetch, $alarm, $socket, fatal };
})
