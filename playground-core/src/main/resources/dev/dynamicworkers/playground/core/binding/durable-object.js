// Durable Objects as their users see them: namespaces, ids, stubs and classes.
(function (rt) {
  'use strict';
  const { Error, Object, String, Symbol, WeakMap, ObjectCreate, ObjectDefineProperty, ObjectSetPrototypeOf } = rt.primordials;
  const stubs = rt.use('rpc/stub');
  const hostIdFromName = rt.host('durableObject.idFromName');
  const hostIdFromString = rt.host('durableObject.idFromString');
  const hostUniqueId = rt.host('durableObject.uniqueId');
  const hostStub = rt.host('durableObject.stub');
  const hostOwnNamespace = rt.host('durableObject.ownNamespace');
  const hostOwnClass = rt.host('durableObject.ownClass');
  const hostDynamicClass = rt.host('durableObject.dynamicClass');
  const TOKEN = {};
  const isObject = (value) => value !== null && (typeof value === 'object' || typeof value === 'function');

  // ---- ids ----

  const slots = rt.slots();
  class DurableObjectId {
    constructor(token, text, name) {
      if (token !== TOKEN) throw rt.illegalConstructor();
      slots.set(this, text);
      if (name !== undefined && name !== null) ObjectDefineProperty(this, 'name', { value: name, enumerable: true, configurable: true });
    }
    toString() {
      if (!slots.has(this)) throw rt.illegalInvocation();
      return slots.get(this);
    }
    equals(other) {
      if (!slots.has(this)) throw rt.illegalInvocation();
      if (!isObject(other) || !slots.has(other)) throw rt.argumentError('equals', 'DurableObjectId', 1, 'DurableObjectId');
      return slots.get(this) === slots.get(other);
    }
    static textOf(value) {
      return slots.has(value) ? slots.get(value) : undefined;
    }
  }
  const { textOf } = DurableObjectId;
  delete DurableObjectId.textOf;
  rt.expose(DurableObjectId);
  const makeId = (text, name) => new DurableObjectId(TOKEN, text, name);

  // ---- stubs ----

  function DurableObject() {
    throw rt.illegalConstructor();
  }
  DurableObject.prototype = ObjectCreate(stubs.Fetcher.prototype, {
    constructor: { value: DurableObject, writable: true, configurable: true },
    [Symbol.toStringTag]: { value: 'DurableObject', configurable: true },
  });

  function makeStub(namespace, id) {
    const invocation = rt.io.require();
    const handle = hostStub(namespace, id.toString(), id.name ?? null);
    const stub = stubs.entrypointStub(handle, DurableObject, invocation, false);
    ObjectDefineProperty(stub, 'name', { value: id.name, enumerable: true, configurable: true });
    ObjectDefineProperty(stub, 'id', { value: id, enumerable: true, configurable: true });
    return stub;
  }

  // ---- namespaces ----

  const namespaces = new WeakMap();

  function handleOf(namespace) {
    const handle = namespaces.get(namespace);
    if (handle === undefined) throw rt.illegalInvocation();
    return handle;
  }

  function checkOptions(method, options) {
    if (options !== undefined && options !== null && !isObject(options)) {
      throw rt.argumentError(method, 'DurableObjectNamespace', 2, 'GetDurableObjectOptions');
    }
  }

  class DurableObjectNamespace {
    constructor() {
      throw rt.illegalConstructor();
    }
    newUniqueId(options) {
      const handle = handleOf(this);
      if (options?.jurisdiction !== undefined && options.jurisdiction !== null) throw noJurisdictions();
      return makeId(hostUniqueId(handle));
    }
    idFromName(name) {
      const handle = handleOf(this);
      if (arguments.length === 0) throw rt.argumentError('idFromName', 'DurableObjectNamespace', 1, 'string');
      const text = String(name);
      return makeId(hostIdFromName(handle, text), text);
    }
    idFromString(text) {
      const handle = handleOf(this);
      if (arguments.length === 0) throw rt.argumentError('idFromString', 'DurableObjectNamespace', 1, 'string');
      return makeId(hostIdFromString(handle, String(text)));
    }
    get(id, options) {
      const handle = handleOf(this);
      if (textOf(id) === undefined) throw rt.argumentError('get', 'DurableObjectNamespace', 1, 'DurableObjectId');
      checkOptions('get', options);
      return makeStub(handle, id);
    }
    getByName(name, options) {
      const handle = handleOf(this);
      if (arguments.length === 0) throw rt.argumentError('getByName', 'DurableObjectNamespace', 1, 'string');
      checkOptions('getByName', options);
      const text = String(name);
      return makeStub(handle, makeId(hostIdFromName(handle, text), text));
    }
    jurisdiction(name) {
      handleOf(this);
      if (name === undefined || name === null) return this;
      throw noJurisdictions();
    }
  }
  rt.expose(DurableObjectNamespace);
  const noJurisdictions = () => new Error('Jurisdiction restrictions of Durable Objects are not supported by the playground.');

  function makeNamespace(handle) {
    const namespace = ObjectCreate(DurableObjectNamespace.prototype);
    namespaces.set(namespace, handle);
    stubs.described.set(namespace, { notSerializable: 'DurableObjectNamespace' });
    return namespace;
  }

  // ---- classes, for facets ----

  const classes = new WeakMap();
  const EXPECTED = 'DurableObjectClass or LoopbackDurableObjectNamespace or LoopbackColoLocalActorNamespace';

  class DurableObjectClass {
    constructor() {
      throw rt.illegalConstructor();
    }
  }
  rt.expose(DurableObjectClass);

  function makeClass(makeHandle, dynamic) {
    const value = ObjectCreate(DurableObjectClass.prototype);
    classes.set(value, makeHandle());
    stubs.described.set(value, dynamic ? { dynamic: true } : { notSerializable: 'DurableObjectClass' });
    return value;
  }

  function dynamicClass(target, name, { payload, limits }) {
    return makeClass(
      () => hostDynamicClass(
        target.handle, name, payload?.text ?? null, payload?.special ?? false, payload?.capabilities ?? null, payload?.buffers ?? null,
        limits?.cpuMs ?? -1, limits?.subRequests ?? -1,
      ),
      true,
    );
  }

  // The host's handle of a class.
  function classHandle(value) {
    const handle = isObject(value) ? classes.get(value) : undefined;
    if (handle === undefined) throw rt.fieldError('class', 'StartupOptions', EXPECTED);
    return typeof handle === 'function' ? handle() : handle;
  }

  // ---- `ctx.exports` of classes that are not entrypoints: callable, to give them props ----

  function LoopbackDurableObjectClass() {
    throw rt.illegalConstructor();
  }
  LoopbackDurableObjectClass.prototype = ObjectCreate(DurableObjectClass.prototype, {
    constructor: { value: LoopbackDurableObjectClass, writable: true, configurable: true },
    [Symbol.toStringTag]: { value: 'LoopbackDurableObjectClass', configurable: true },
  });

  function LoopbackDurableObjectNamespace() {
    throw rt.illegalConstructor();
  }
  LoopbackDurableObjectNamespace.prototype = ObjectCreate(DurableObjectNamespace.prototype, {
    constructor: { value: LoopbackDurableObjectNamespace, writable: true, configurable: true },
    [Symbol.toStringTag]: { value: 'LoopbackDurableObjectNamespace', configurable: true },
  });

  function ownClass(name, props) {
    const payload = props === undefined ? null : rt.use('rpc/clone').write(props, 'env', undefined, 'props');
    return hostOwnClass(name, payload?.text ?? null, payload?.special ?? false, payload?.capabilities ?? null, payload?.buffers ?? null);
  }

  function loopbackClass(name) {
    const namespace = hostOwnNamespace(name);
    const Class = namespace === 0 ? LoopbackDurableObjectClass : LoopbackDurableObjectNamespace;
    const loopback = function (options) {
      if (arguments.length === 0 || (options !== null && options !== undefined && !isObject(options))) {
        throw rt.argumentError('(called as function)', Class.name, 1, 'Options');
      }
      const props = options?.props;
      if (props !== undefined && !isObject(props)) throw rt.fieldError('props', 'Options', 'Object');
      return makeClass(() => ownClass(name, props), rt.worker.dynamic === true);
    };
    delete loopback.name;
    delete loopback.length;
    ObjectSetPrototypeOf(loopback, Class.prototype);
    if (namespace !== 0) namespaces.set(loopback, namespace);
    let handle = 0;
    classes.set(loopback, () => (handle ||= ownClass(name, undefined)));
    stubs.described.set(loopback, { notSerializable: Class.name });
    return loopback;
  }

  return { DurableObject, DurableObjectId, DurableObjectNamespace, DurableObjectClass, makeId, textOf, makeNamespace, loopbackClass, dynamicClass, classHandle };
})
