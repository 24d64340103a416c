// `ctx.storage.kv`: keys and values without promises.
(function (rt) {
  'use strict';
  const { WeakMap, ObjectCreate, String } = rt.primordials;
  const values = rt.use('binding/durable-object-values');
  const { check } = rt.use('binding/durable-object-state');
  const requireSql = rt.host('objectStorage.requireSql');
  const owners = new WeakMap();

  function actorOf(kv) {
    const object = owners.get(kv);
    if (object === undefined) throw rt.illegalInvocation();
    const actor = check(object);
    requireSql(actor);
    return actor;
  }

  class SyncKvStorage {
    constructor() {
      throw rt.illegalConstructor();
    }
    get(key) {
      const actor = actorOf(this);
      if (arguments.length === 0) throw rt.argumentError('get', 'SyncKvStorage', 1, 'string');
      return values.get(actor, String(key));
    }
    list(options) {
      return values.list(actorOf(this), options).entries();
    }
    put(key, value) {
      const actor = actorOf(this);
      if (arguments.length === 0) throw rt.argumentError('put', 'SyncKvStorage', 1, 'string');
      values.put(actor, String(key), value);
    }
    delete(key) {
      const actor = actorOf(this);
      if (arguments.length === 0) throw rt.argumentError('delete', 'SyncKvStorage', 1, 'string');
      return values.remove(actor, String(key));
    }
  }
  rt.expose(SyncKvStorage);

  function make(object) {
    const kv = ObjectCreate(SyncKvStorage.prototype);
    owners.set(kv, object);
    return kv;
  }

  return { SyncKvStorage, make };
})
