// Bindings that are objects, put into `env` by name.
(function (rt) {
  'use strict';

  // bindings: kind, name, handle and more per line, parted by tabs, in the order of the configuration
  function addBindings(env, bindings) {
    for (const line of bindings.split('\n')) {
      const [kind, name, handle, extra] = line.split('\t');
      env[name] = kind === 'unsupported' ? rt.use('binding/unsupported').make(name, extra) : make(kind, Number(handle), extra);
    }
  }

  function make(kind, handle, extra) {
    switch (kind) {
      case 'loader':
        return rt.use('binding/loader').makeLoader(handle);
      case 'service':
        return rt.use('rpc/stub').serviceStub(handle);
      case 'kv':
        return rt.use('binding/kv').make(handle);
      case 'r2':
        return rt.use('binding/r2').make(handle);
      case 'd1':
        return rt.use('binding/d1').make(handle);
      case 'analytics':
        return rt.use('binding/analytics').make(handle);
      case 'queue':
        return rt.use('binding/queue').make(handle);
      case 'rateLimit':
        return rt.use('binding/ratelimit').make(handle);
      case 'durableObject':
        return rt.use('binding/durable-object').makeNamespace(handle, extra);
      default:
        throw new rt.primordials.TypeError(`Bindings of kind ${kind} are not supported by the playground.`);
    }
  }

  return { addBindings };
})
