// The callee's side of RPC: a call arrives, its receiver is found, its method is run, its result is sent back.
(function (rt) {
  'use strict';
  const { Error, JSONParse, Map, Promise, PromisePrototypeThen, TypeError } = rt.primordials;
  const hostReturn = rt.host('rpc.return');
  const clone = rt.use('rpc/clone');
  const stubs = rt.use('rpc/stub');
  const targets = rt.use('rpc/targets');
  const lookup = rt.use('rpc/lookup');
  const deliver = rt.use('io/deliver');

  const payloadOf = (text, special, capabilities, buffers) => ({ text, special, capabilities, buffers });
  const NONE = [];

  // ---- what a call reaches ----

  // Calls a method or reads a property; `host` is set for an object entrypoint, whose methods get env and ctx.
  function perform(receiver, path, isCall, args, host) {
    if (path.length === 0) {
      if (!isCall) return receiver;
      if (typeof receiver !== 'function') throw lookup.notCallable('');
      return receiver(...args);
    }
    const { holder, value } = lookup.resolve(receiver, path);
    if (!isCall) return value;
    const name = path[path.length - 1];
    if (rt.loaded('rpc/stub').describeStub(value) !== undefined) return value(...args);
    if (typeof value !== 'function') throw lookup.notCallable(name);
    if (host !== null && path.length === 1) return callTopLevel(holder, name, value, args, host);
    return rt.primordials.ReflectApply(value, holder, args);
  }

  function callTopLevel(holder, name, method, args, host) {
    if (args.length !== 1) {
      throw new TypeError(
        `Attempted to call RPC function "${name}" with the wrong number of arguments. When calling a top-level handler function that is not ` +
          'declared as part of a class, you must always send exactly one argument. In order to support variable numbers of arguments, the server ' +
          'must use class-based syntax (extending WorkerEntrypoint) instead.',
      );
    }
    if (method.length > 3) {
      throw new TypeError(
        `Cannot call handler function "${name}" over RPC because it has the wrong number of arguments. A simple function handler can only be ` +
          'called over RPC if it has exactly the arguments (arg, env, ctx), where only the first argument comes from the client. To support ' +
          'multi-argument RPC functions, use class-based syntax (extending WorkerEntrypoint) instead.',
      );
    }
    return rt.primordials.ReflectApply(method, holder, [args[0], host.env, host.context]);
  }

  // ---- one call ----

  function run(invocation, callId, makeReceiver, path, isCall, payload, hostFor) {
    let params = NONE;
    let result;
    try {
      const { receiver, host } = makeReceiver();
      let args = NONE;
      if (isCall) {
        const { value, stubs: created } = stubs.readWithStubs(payload);
        args = value;
        params = created;
      }
      result = perform(receiver, path, isCall, args, host);
    } catch (error) {
      return finish(invocation, callId, params, false, error);
    }
    if (isPromiseLike(result)) {
      const promise = Promise.resolve(result);
      results(invocation).set(callId, promise);
      PromisePrototypeThen(
        promise,
        (value) => finish(invocation, callId, params, true, value),
        (error) => finish(invocation, callId, params, false, error),
      );
    } else finish(invocation, callId, params, true, result);
  }

  function isPromiseLike(value) {
    if (value instanceof Promise) return true;
    return value !== null && (typeof value === 'object' || typeof value === 'function') && typeof value.then === 'function';
  }

  const results = (invocation) => (invocation.results ??= new Map());

  function finish(invocation, callId, params, succeeded, value) {
    if (invocation.ended) return;
    if (rt.io.current() !== invocation) {
      rt.use('io/turns').within(invocation, () => finish(invocation, callId, params, succeeded, value));
      return;
    }
    if (succeeded) {
      try {
        stubs.takeGivenAway();
        const payload = clone.write(value, 'rpc', undefined, 'result');
        const given = stubs.takeGivenAway();
        clone.checkSize(payload);
        if (given !== null) (invocation.given ??= new Map()).set(callId, given);
        const keeps = value !== null && (typeof value === 'object' || typeof value === 'function');
        if (keeps) results(invocation).set(callId, Promise.resolve(value));
        else invocation.results?.delete(callId);
        hostReturn(callId, true, payload.text, payload.special, payload.capabilities, payload.buffers, keeps);
        close(params);
        return;
      } catch (error) {
        value = error;
      }
    }
    const rejected = Promise.reject(value);
    PromisePrototypeThen(rejected, undefined, () => {});
    results(invocation).set(callId, rejected);
    hostReturn(callId, false, rt.use('rpc/errors').write(value, true), false, null, null, true);
    close(params);
  }

  // Stubs received as parameters live as long as the call.
  function close(params) {
    for (let i = 0; i < params.length; i++) params[i].dispose();
  }

  const split = (path, count) => (count === 0 ? NONE : count === 1 ? [path] : path.split('\0'));

  // ---- entered by the host ----

  // A call on an entrypoint: a session of its own.
  function $call(invocation, callId, entrypoint, propsText, propsSpecial, propsCapabilities, propsBuffers, path, count, isCall, text, special, capabilities, buffers) {
    const makeReceiver = () => {
      const entry = deliver.find(entrypoint);
      const props = deliver.payloadOf(propsText, propsSpecial, propsCapabilities, propsBuffers);
      const context = deliver.contextFor(invocation, props);
      const receiver = deliver.receiver(entry, context);
      return { receiver, host: entry.kind === 'object' ? { env: rt.worker.env, context } : null };
    };
    run(invocation, callId, makeReceiver, split(path, count), isCall, payloadOf(text, special, capabilities, buffers));
  }

  // A call on an object that this isolate exported.
  function call(invocation, callId, target, path, count, isCall, text, special, capabilities, buffers) {
    const makeReceiver = () => {
      const entry = targets.targetOf(target);
      if (entry === undefined) throw new Error('RPC stub used after being disposed.');
      return { receiver: entry.target, host: null };
    };
    run(invocation, callId, makeReceiver, split(path, count), isCall, payloadOf(text, special, capabilities, buffers));
  }

  // A call on the result of an earlier call, which may not be there yet.
  function pipeline(invocation, callId, base, path, count, isCall, text, special, capabilities, buffers) {
    const before = invocation.results?.get(base);
    const steps = split(path, count);
    if (before === undefined) return finish(invocation, callId, NONE, false, lookup.absent(steps[0] ?? ''));
    const payload = payloadOf(text, special, capabilities, buffers);
    const result = PromisePrototypeThen(before, (value) => {
      const { value: args, stubs: created } = isCall ? stubs.readWithStubs(payload) : { value: NONE, stubs: NONE };
      const outcome = perform(value, steps, isCall, args, null);
      if (created.length === 0) return outcome;
      return Promise.resolve(outcome).finally(() => close(created));
    });
    results(invocation).set(callId, result);
    PromisePrototypeThen(
      result,
      (value) => finish(invocation, callId, NONE, true, value),
      (error) => finish(invocation, callId, NONE, false, error),
    );
  }

  // The caller has the result: nothing can be queued behind it any more, and the stubs in it are the caller's.
  function release(invocation, callId) {
    invocation.results?.delete(callId);
    const given = invocation.given?.get(callId);
    if (given === undefined) return;
    invocation.given.delete(callId);
    close(given);
  }

  function disposeTarget(invocation, target) {
    targets.dropTarget(target);
  }

  // ---- the caller's side: an answer has come ----

  function answer(invocation, op, text, special, capabilities, buffers) {
    if (!special) return rt.io.complete(op, true, withDisposer(text.charCodeAt(0), JSONParse(text)));
    const { value, stubs: created } = stubs.readWithStubs(payloadOf(text, special, capabilities, buffers));
    rt.io.complete(op, true, stubs.addDisposer(value, created));
  }

  const withDisposer = (first, value) => (first === 123 || first === 91 ? stubs.addDisposer(value, NONE) : value);

  const retry = (invocation, op) => stubs.retry(invocation, op);

  function refuse(invocation, op, errorText, remote, site) {
    rt.io.complete(op, false, rt.use('rpc/errors').read(errorText, remote, site));
  }

  return { $call, call, pipeline, release, disposeTarget, answer, retry, refuse, perform, run, split };
})
