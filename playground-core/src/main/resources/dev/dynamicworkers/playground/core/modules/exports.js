// `ctx.exports`: stubs of this worker's own exports.
(function (rt) {
  'use strict';
  const { Object, Proxy, Symbol, TypeError, ObjectCreate, ObjectDefineProperty, ReflectGet } = rt.primordials;
  const stubs = rt.use('rpc/stub');
  const ownEntrypoint = rt.host('rpc.ownEntrypoint');

  // ---- entrypoints ----

  function LoopbackServiceStub() {
    throw rt.illegalConstructor();
  }
  LoopbackServiceStub.prototype = ObjectCreate(stubs.Fetcher.prototype, {
    constructor: { value: LoopbackServiceStub, writable: true, configurable: true },
    [Symbol.toStringTag]: { value: 'LoopbackServiceStub', configurable: true },
  });

  // Made on first use, so that a worker may list its exports at no cost.
  class LazyRoot extends stubs.HandleRoot {
    constructor(make, className) {
      super(0, 'service', null, className, false);
      this.make = make;
    }
    check() {
      if (this.handle === 0) this.handle = this.make();
      return this.handle;
    }
  }

  function withProps(name, args) {
    if (args.length === 0 || (args[0] !== null && typeof args[0] !== 'object' && typeof args[0] !== 'function' && args[0] !== undefined)) {
      throw rt.argumentError('(called as function)', 'LoopbackServiceStub', 1, 'Options');
    }
    const props = args[0]?.props;
    if (props !== undefined && (props === null || (typeof props !== 'object' && typeof props !== 'function'))) {
      throw rt.fieldError('props', 'Options', 'Object');
    }
    const payload = props === undefined ? null : rt.use('rpc/clone').write(props, 'env', undefined, 'props');
    const handle = ownEntrypoint(
      name, payload?.text ?? null, payload?.special ?? false, payload?.capabilities ?? null, payload?.buffers ?? null, true,
    );
    return stubs.entrypointStub(handle, stubs.Fetcher, rt.io.current(), rt.worker.dynamic === true);
  }

  function loopback(name) {
    const root = new LazyRoot(() => ownEntrypoint(name, null, false, null, null, false), 'LoopbackServiceStub');
    const { prototype } = LoopbackServiceStub;
    const proxy = new Proxy(function () {}, {
      __proto__: null,
      get(target, key, receiver) {
        if (typeof key === 'symbol' || key in prototype) return ReflectGet(prototype, key, receiver);
        if (key === 'then') return undefined;
        return stubs.property(root, [key]);
      },
      has: (target, key) => typeof key === 'string' || key in prototype,
      apply: (target, self, args) => withProps(name, args),
      construct: (target, args) => withProps(name, args),
      getPrototypeOf: () => prototype,
      ownKeys: () => ['prototype'],
    });
    stubs.described.set(proxy, { notSerializable: 'LoopbackServiceStub', root, kind: 'service', handle: () => root.check(), loopback: true });
    return proxy;
  }

  // ---- classes that are not entrypoints ----

  function classStub(name) {
    return rt.use('binding/durable-object').loopbackClass(name);
  }

  let made;
  const ORDER = ['object', 'entrypoint', 'workflow', 'class', 'durableObject'];

  function contextExports() {
    if (made !== undefined) return made;
    made = {};
    const { entrypoints } = rt.worker;
    const first = entrypoints.get('default');
    if (first !== undefined) add(first);
    for (const kind of ORDER) {
      for (const { 1: entry } of entrypoints) if (entry.kind === kind && entry !== first) add(entry);
    }
    return made;
  }

  function add(entry) {
    const lazy = entry.kind === 'object' || entry.kind === 'entrypoint' ? () => loopback(entry.name) : () => classStub(entry.name);
    let stub;
    ObjectDefineProperty(made, entry.name, { get: () => (stub ??= lazy()), enumerable: true, configurable: true });
  }

  return { contextExports };
})
