// `ctx.facets`: objects within an object, with storage of their own.
(function (rt) {
  'use strict';
  const { Error, Map, Promise, String, PromisePrototypeThen, WeakMap, ObjectCreate } = rt.primordials;
  const stubs = rt.use('rpc/stub');
  const { textOf, classHandle } = rt.use('binding/durable-object');
  const { check } = rt.use('binding/durable-object-state');
  const hostGet = rt.host('facet.get');
  const hostProvide = rt.host('facet.provide');
  const hostFail = rt.host('facet.fail');
  const hostAbort = rt.host('facet.abort');
  const hostDelete = rt.host('facet.delete');
  const hostClone = rt.host('facet.clone');
  const owners = new WeakMap();
  const callbacks = new Map();
  let last = 0;

  function actorOf(facets) {
    const object = owners.get(facets);
    if (object === undefined) throw rt.illegalInvocation();
    return check(object);
  }

  class DurableObjectFacets {
    constructor() {
      throw rt.illegalConstructor();
    }
    get(name, callback) {
      const actor = actorOf(this);
      if (arguments.length === 0) throw rt.argumentError('get', 'DurableObjectFacets', 1, 'string');
      if (typeof callback !== 'function') throw rt.argumentError('get', 'DurableObjectFacets', 2, 'function');
      const number = ++last;
      const handle = hostGet(actor, String(name), number);
      if (handle > 0) callbacks.set(number, callback);
      return stubs.entrypointStub(handle > 0 ? handle : -handle, stubs.Fetcher, rt.io.current(), 'Stubs pointing to Durable Object facets are not serializable.');
    }
    abort(name, reason) {
      const actor = actorOf(this);
      if (arguments.length === 0) throw rt.argumentError('abort', 'DurableObjectFacets', 1, 'string');
      const error = reason instanceof Error ? reason : new Error(reason === undefined ? 'Facet was aborted.' : String(reason));
      const { name: kind, message, stack } = rt.use('io/report').describe(error);
      hostAbort(actor, String(name), rt.use('rpc/errors').write(error, false), kind, message, stack);
    }
    delete(name) {
      const actor = actorOf(this);
      if (arguments.length === 0) throw rt.argumentError('delete', 'DurableObjectFacets', 1, 'string');
      hostDelete(actor, String(name));
    }
    clone(source, target) {
      const actor = actorOf(this);
      if (arguments.length < 2) throw rt.argumentError('clone', 'DurableObjectFacets', arguments.length + 1, 'string');
      hostClone(actor, String(source), String(target));
    }
  }
  rt.expose(DurableObjectFacets);

  // Entered by the host, in a turn of whoever used the facet first: its class is wanted.
  function start(invocation, number, facet) {
    const callback = callbacks.get(number);
    callbacks.delete(number);
    const failed = (error) => hostFail(facet, rt.use('rpc/errors').write(error, false));
    const provide = (options) => {
      try {
        const handle = classHandle(options?.class);
        const id = options.id;
        const isId = textOf(id) !== undefined;
        if (id === undefined || id === null) hostProvide(facet, handle, null, null, false);
        else hostProvide(facet, handle, String(id), isId ? (id.name ?? null) : null, !isId);
      } catch (error) {
        failed(error);
      }
    };
    let result;
    try {
      result = callback();
    } catch (error) {
      return failed(error);
    }
    if (result instanceof Promise || typeof result?.then === 'function') return PromisePrototypeThen(Promise.resolve(result), provide, failed);
    return provide(result);
  }

  function make(object) {
    const facets = ObjectCreate(DurableObjectFacets.prototype);
    owners.set(facets, object);
    return facets;
  }

  return { DurableObjectFacets, make, start };
})
