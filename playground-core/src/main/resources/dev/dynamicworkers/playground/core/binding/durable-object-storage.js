// DurableObjectStorage. The database answers at once; methods that give promises do so because the platform's do.
(function (rt) {
  'use strict';
  const {
    Date, Error, Map, Number, Promise, String, TypeError, WeakMap, ArrayIsArray, ObjectCreate, ObjectKeys, PromisePrototypeThen,
    DatePrototypeGetTime, ObjectDefineProperty,
  } = rt.primordials;
  const values = rt.use('binding/durable-object-values');
  const state = rt.use('binding/durable-object-state');
  const hostDeleteAll = rt.host('objectStorage.deleteAll');
  const hostBegin = rt.host('objectStorage.begin');
  const hostBeginApart = rt.host('objectStorage.beginApart');
  const hostCommit = rt.host('objectStorage.commit');
  const hostRollback = rt.host('objectStorage.rollback');
  const hostGetAlarm = rt.host('objectStorage.getAlarm');
  const hostSetAlarm = rt.host('objectStorage.setAlarm');
  const hostDeleteAlarm = rt.host('objectStorage.deleteAlarm');
  const owners = new WeakMap();
  const isObject = (value) => value !== null && (typeof value === 'object' || typeof value === 'function');

  function ownerOf(storage) {
    const owner = owners.get(storage);
    if (owner === undefined) throw rt.illegalInvocation();
    if (owner.over) throw new Error(owner.over);
    return owner;
  }
  const actorOf = (storage) => state.check(ownerOf(storage).object);

  // ---- what storage and transactions have in common ----

  class DurableObjectOperations {
    async get(key) {
      const actor = actorOf(this);
      if (arguments.length === 0) throw rt.argumentError('get', 'DurableObjectStorage', 1, 'string or Array');
      if (!ArrayIsArray(key)) return values.get(actor, key);
      const found = new Map();
      for (const each of [...key].map(String).sort(byBytes)) {
        const value = values.get(actor, each);
        if (value !== undefined) found.set(each, value);
      }
      return found;
    }
    async list(options) {
      return values.list(actorOf(this), options);
    }
    async put(key, value) {
      const actor = actorOf(this);
      if (!isObject(key)) {
        if (arguments.length === 0) throw rt.argumentError('put', 'DurableObjectStorage', 1, 'string or object');
        return values.put(actor, key, value);
      }
      hostBegin(actor);
      try {
        for (const each of ObjectKeys(key)) if (key[each] !== undefined) values.put(actor, each, key[each]);
      } catch (error) {
        hostRollback(actor);
        throw error;
      }
      hostCommit(actor);
      return undefined;
    }
    async delete(key) {
      const actor = actorOf(this);
      if (arguments.length === 0) throw rt.argumentError('delete', 'DurableObjectStorage', 1, 'string or Array');
      if (!ArrayIsArray(key)) return values.remove(actor, key);
      let count = 0;
      for (const each of key) if (values.remove(actor, each)) count++;
      return count;
    }
    async getAlarm() {
      return hostGetAlarm(actorOf(this)) ?? null;
    }
    async setAlarm(time) {
      const { object } = ownerOf(this);
      const actor = state.check(object);
      const millis = time instanceof Date ? DatePrototypeGetTime(time) : Number(time);
      if (millis !== millis && (time instanceof Date || typeof time === 'number')) {
        throw new TypeError('The value cannot be converted because it is not a valid Date.');
      }
      if (time === null || millis !== millis) throw rt.argumentError('setAlarm', 'DurableObjectStorage', 1, 'date');
      if (!(millis > 0)) throw new TypeError('setAlarm() cannot be called with an alarm time <= 0');
      if (typeof object.Class.prototype?.alarm !== 'function') {
        throw new TypeError('Your Durable Object class must have an alarm() handler in order to call setAlarm()');
      }
      hostSetAlarm(actor, Math.max(millis, rt.io.now()));
    }
    async deleteAlarm() {
      hostDeleteAlarm(actorOf(this));
    }
  }

  // Keys are in the order of their UTF-8 bytes, which is that of their code points.
  function byBytes(a, b) {
    const left = [...a];
    const right = [...b];
    for (let i = 0; i < left.length && i < right.length; i++) {
      if (left[i] !== right[i]) return left[i].codePointAt(0) - right[i].codePointAt(0);
    }
    return left.length - right.length;
  }

  function inherit(Class) {
    for (const key of Object.getOwnPropertyNames(DurableObjectOperations.prototype)) {
      if (key !== 'constructor') Object.defineProperty(Class.prototype, key, Object.getOwnPropertyDescriptor(DurableObjectOperations.prototype, key));
    }
    return rt.expose(Class);
  }

  // ---- transactions ----

  class DurableObjectTransaction {
    constructor() {
      throw rt.illegalConstructor();
    }
    rollback() {
      const owner = ownerOf(this);
      hostRollback(state.check(owner.object));
      owner.over = 'Cannot operate on a transaction that has been rolled back.';
      owner.rolledBack = true;
    }
    async deleteAll() {
      throw new Error('Cannot call deleteAll() within a transaction');
    }
  }
  inherit(DurableObjectTransaction);

  // While a transaction is open no other event of the object runs, so that none gets into it.
  function transact(object, callback) {
    return state.critical(object, () => {
      const actor = state.check(object);
      const alarm = hostGetAlarm(actor);
      hostBeginApart(actor);
      const transaction = ObjectCreate(DurableObjectTransaction.prototype);
      const owner = { object, over: null, rolledBack: false };
      owners.set(transaction, owner);
      let result;
      try {
        result = Promise.resolve(callback(transaction));
      } catch (error) {
        result = Promise.reject(error);
      }
      const end = (keep) => {
        owner.over ??= 'Cannot operate on a transaction that has ended.';
        if (keep && !owner.rolledBack) return hostCommit(actor);
        if (!owner.rolledBack) hostRollback(actor);
        return restoreAlarm(actor, alarm);
      };
      // The error is the caller's affair: it does not reset the object.
      return PromisePrototypeThen(result, (value) => {
        end(true);
        return { value };
      }, (error) => {
        end(false);
        return { error };
      });
    });
  }

  function restoreAlarm(actor, millis) {
    if (hostGetAlarm(actor) === millis) return;
    if (millis === null || millis === undefined) hostDeleteAlarm(actor);
    else hostSetAlarm(actor, millis);
  }

  // ---- storage ----

  class DurableObjectStorage {
    constructor() {
      throw rt.illegalConstructor();
    }
    async deleteAll() {
      const actor = actorOf(this);
      if (rt.compat.has('delete_all_deletes_alarm')) hostDeleteAlarm(actor);
      hostDeleteAll(actor);
    }
    async transaction(callback) {
      const { object } = ownerOf(this);
      if (typeof callback !== 'function') throw rt.argumentError('transaction', 'DurableObjectStorage', 1, 'function');
      const outcome = await transact(object, callback);
      if ('error' in outcome) throw outcome.error;
      return outcome.value;
    }
    transactionSync(callback) {
      const actor = actorOf(this);
      if (typeof callback !== 'function') throw rt.argumentError('transactionSync', 'DurableObjectStorage', 1, 'function');
      const alarm = hostGetAlarm(actor);
      hostBegin(actor);
      let result;
      try {
        result = callback();
      } catch (error) {
        hostRollback(actor);
        restoreAlarm(actor, alarm);
        throw error;
      }
      hostCommit(actor);
      return result;
    }
    async sync() {
      actorOf(this);
    }
    async getCurrentBookmark() {
      throw noRecovery('getCurrentBookmark');
    }
    async getBookmarkForTime() {
      throw noRecovery('getBookmarkForTime');
    }
    async onNextSessionRestoreBookmark() {
      throw noRecovery('onNextSessionRestoreBookmark');
    }
  }
  inherit(DurableObjectStorage);
  const noRecovery = (name) =>
    new Error(`storage.${name}() is not supported by the playground: this Durable Object's storage back-end does not implement point-in-time recovery.`);

  function make(object) {
    const storage = ObjectCreate(DurableObjectStorage.prototype);
    owners.set(storage, { object, over: null });
    for (const name of ['kv', 'sql']) {
      ObjectDefineProperty(storage, name, {
        get: () => (object[name] ??= rt.use(`binding/durable-object-${name}`).make(object)), enumerable: true, configurable: true,
      });
    }
    return storage;
  }

  return { DurableObjectStorage, DurableObjectTransaction, make };
})
