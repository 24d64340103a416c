// ExecutionContext: what a handler gets as `ctx`, and the work that outlives its response.
(function (rt) {
  'use strict';
  const { Promise, PromisePrototypeThen, ObjectDefineProperty, TypeError } = rt.primordials;
  const waitBegin = rt.host('io.waitBegin');
  const waitEnd = rt.host('io.waitEnd');
  const hostAbort = rt.host('io.abort');
  const passThrough = rt.host('io.passThroughOnException');

  function waitUntil(invocation, promise) {
    waitBegin();
    // The promise may be settled by a turn of another invocation.
    const done = (failed) => rt.use('io/turns').within(invocation, () => waitEnd(failed));
    PromisePrototypeThen(Promise.resolve(promise), () => done(false), (error) => {
      rt.use('io/turns').within(invocation, () => {
        rt.io.reportException(error);
        waitEnd(true);
      });
    });
  }

  const owners = new rt.primordials.WeakMap();
  const ownerOf = (context) => {
    const owner = owners.get(context);
    if (owner === undefined) throw rt.illegalInvocation();
    return owner;
  };

  class ExecutionContext {
    constructor() {
      throw rt.illegalConstructor();
    }
    waitUntil(promise) {
      const owner = ownerOf(this);
      if (arguments.length === 0) throw rt.argumentError('waitUntil', 'ExecutionContext', 1, 'Promise');
      waitUntil(owner, promise);
    }
    passThroughOnException() {
      ownerOf(this);
      passThrough();
    }
    mapVirtualHost() {
      throw new TypeError('ctx.mapVirtualHost() is not supported by the playground.');
    }
    abort(reason) {
      abort(ownerOf(this), reason);
    }
  }
  rt.expose(ExecutionContext);

  function abort(invocation, reason) {
    const error = arguments.length < 2 || reason === undefined ? new rt.primordials.Error('Worker execution was aborted due to call to ctx.abort().') : reason;
    const { describe, causesOf } = rt.use('io/report');
    const { name, message, stack } = describe(error);
    hostAbort(rt.use('rpc/errors').write(error, false), name, message, stack, null, causesOf(error));
    // Nothing after this line of guest code may run: its promises never settle and this turn ends here.
    rt.private.throwUncatchable();
  }
  const hostTerminate = rt.host('io.terminateTurn');
  rt.private.throwUncatchable = () => hostTerminate();

  const EXPORTS = {
    get() {
      return rt.compat.has('enable_ctx_exports') ? rt.use('modules/exports').contextExports() : undefined;
    },
    enumerable: true,
    configurable: true,
  };
  const TRACING = { get: () => rt.use('modules/tracing').tracing, enumerable: true, configurable: true };
  const NOTHING = { value: undefined, writable: true, enumerable: true, configurable: true };

  function make(invocation, props) {
    const context = Object.create(ExecutionContext.prototype);
    owners.set(context, invocation);
    context.props = props;
    ObjectDefineProperty(context, 'exports', EXPORTS);
    ObjectDefineProperty(context, 'tracing', TRACING);
    ObjectDefineProperty(context, 'access', NOTHING);
    ObjectDefineProperty(context, 'cache', NOTHING);
    return context;
  }

  return { ExecutionContext, make, waitUntil, abort };
})
