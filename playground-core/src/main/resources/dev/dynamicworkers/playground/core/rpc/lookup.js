// Which properties of an object can be reached over RPC (SEMANTICS: lookup on the receiver).
(function (rt) {
  'use strict';
  const { Object, TypeError, ObjectGetPrototypeOf, ObjectGetOwnPropertyDescriptor, ObjectHasOwn, ObjectPrototypeToString } = rt.primordials;
  const RESERVED = { __proto__: null, dup: true, constructor: true };
  const RESERVED_HANDLERS = {
    __proto__: null, ...RESERVED, fetch: true, connect: true, alarm: true, webSocketMessage: true, webSocketClose: true, webSocketError: true,
  };

  const absent = (name) => new TypeError(`The RPC receiver does not implement the method "${name}".`);

  // The value of one step of a path, and what it was found on.
  function step(target, name, top) {
    if (target === null || (typeof target !== 'object' && typeof target !== 'function')) throw absent(name);
    const stub = rt.loaded('rpc/stub');
    if (stub !== undefined && stub.describeStub(target) !== undefined) return target[name];
    const kind = classKind(target);
    if (kind === 'plain') {
      if (rt.primordials.ArrayIsArray(target) || !ObjectHasOwn(target, name)) throw absent(name);
      return target[name];
    }
    // What a proxy inherits is out of reach.
    if (rt.proxyParts(target) !== undefined) throw absent(name);
    if ((kind === 'entrypoint' ? RESERVED_HANDLERS : RESERVED)[name] && top !== false) {
      throw new TypeError(`'${name}' is a reserved method and cannot be called over RPC.`);
    }
    if (ObjectHasOwn(target, name)) throw absent(name);
    for (let holder = ObjectGetPrototypeOf(target); holder !== null && holder !== Object.prototype; holder = ObjectGetPrototypeOf(holder)) {
      const descriptor = ObjectGetOwnPropertyDescriptor(holder, name);
      if (descriptor === undefined) continue;
      const value = descriptor.get !== undefined ? descriptor.get.call(target) : descriptor.value;
      if (value === Object.prototype[name]) break;
      return value;
    }
    throw absent(name);
  }

  // 'entrypoint' (WorkerEntrypoint, DurableObject), 'target' (RpcTarget) or 'plain' (everything with own properties only).
  function classKind(target) {
    const workers = rt.loaded('modules/workers');
    if (workers === undefined || typeof target === 'function') return 'plain';
    if (target instanceof workers.RpcTarget) return 'target';
    if (target instanceof workers.WorkerEntrypoint || target instanceof workers.DurableObject) return 'entrypoint';
    return 'plain';
  }

  // Walks all but the last name; gives the holder and the value of the last.
  function resolve(root, path) {
    let holder = root;
    let value = root;
    for (let i = 0; i < path.length; i++) {
      holder = value;
      value = step(holder, path[i]);
    }
    return { holder, value };
  }

  const notCallable = (name) => new TypeError(`"${name === '' ? '(this)' : name}" is not a function.`);

  return { resolve, step, classKind, absent, notCallable };
})
