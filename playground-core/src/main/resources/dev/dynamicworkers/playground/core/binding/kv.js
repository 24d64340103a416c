// KvNamespace. Limits are checked by the host.
(function (rt) {
  'use strict';
  const {
    ArrayBuffer, Error, JSONParse, JSONStringify, Map, MathTrunc, Number, Promise, String, TypeError, Uint8Array, ArrayBufferIsView,
    ArrayIsArray, StringPrototypeToWellFormed,
  } = rt.primordials;
  const { call, handleOf, make } = rt.use('binding/calls');
  const hostGet = rt.host('kv.get');
  const hostGetAll = rt.host('kv.getAll');
  const hostPut = rt.host('kv.put');
  const hostDelete = rt.host('kv.delete');
  const hostList = rt.host('kv.list');
  const nothing = () => undefined;

  function keyOf(value) {
    const key = StringPrototypeToWellFormed(`${value}`);
    if (key === '') throw new TypeError('Key name cannot be empty.');
    if (key === '.' || key === '..') throw new TypeError(`"${key}" is not allowed as a key name.`);
    return key;
  }

  // Web IDL long, which does not wrap around.
  function int32(value) {
    const number = Number(value);
    if (number > 2147483647 || number < -2147483648) {
      throw new TypeError('Value out of range. Must be between -2147483648 and 2147483647 (inclusive).');
    }
    return number !== number ? 0 : MathTrunc(number);
  }
  const optionalInt32 = (value) => (value === undefined ? null : int32(value));

  function dictionary(value, method, n, type) {
    if (value === undefined || value === null) return {};
    if (typeof value !== 'object' && typeof value !== 'function') throw rt.argumentError(method, 'KvNamespace', n, type);
    return value;
  }

  // The second argument of get(): a type, or { type, cacheTtl }.
  function readOptions(options) {
    if (options === undefined || options === null) return { type: 'text', cacheTtl: null };
    if (typeof options !== 'object') return { type: String(options), cacheTtl: null };
    const { type, cacheTtl } = options;
    return { type: type === undefined ? 'text' : String(type), cacheTtl: optionalInt32(cacheTtl) };
  }

  const TYPES = { __proto__: null, text: true, json: true, arrayBuffer: true, stream: true };
  function checkType(type) {
    if (TYPES[type] !== true) {
      throw new TypeError('Unknown response type. Possible types are "text", "arrayBuffer", "json", and "stream".');
    }
  }

  function valueOf(found, type) {
    switch (type) {
      case 'json': return JSONParse(found);
      case 'arrayBuffer': return found.buffer;
      case 'stream': return rt.use('streams/host').fromBytes(found);
      default: return found;
    }
  }

  const metadataOf = (json) => (json === null || json === undefined ? null : JSONParse(json));
  const missing = (found) => found === null || found === undefined;

  function getOne(handle, method, name, options, read) {
    const key = keyOf(name);
    const { type, cacheTtl } = readOptions(options);
    checkType(type);
    return call((op) => hostGet(op, handle, method, key, type, cacheTtl), (found) => read(missing(found) ? null : found, type));
  }

  function getSeveral(handle, method, names, options, read) {
    const keys = [];
    for (let i = 0; i < names.length; i++) keys[i] = StringPrototypeToWellFormed(`${names[i]}`);
    const { type, cacheTtl } = readOptions(options);
    return call((op) => hostGetAll(op, handle, method, keys, type, cacheTtl), (found) => {
      const map = new Map();
      for (let i = 0; i < keys.length; i++) {
        try {
          map.set(keys[i], missing(found[i]) ? null : read(found[i], type));
        } catch {
          throw new Error('KV GET_BULK failed: 400 At least one of the requested keys corresponds to a non-json value');
        }
      }
      return map;
    });
  }

  // The bytes or the text of a value, or a promise of the bytes.
  function bodyOf(value) {
    if (typeof value === 'object' && value !== null) {
      if (ArrayBufferIsView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      if (value instanceof ArrayBuffer) return new Uint8Array(value);
      if (rt.loaded('streams/readable')?.isReadableStream(value)) return rt.use('streams/host').readAll(value);
    } else if (typeof value !== 'function') {
      return StringPrototypeToWellFormed(`${value}`);
    }
    throw new TypeError('KV put() accepts only strings, ArrayBuffers, ArrayBufferViews, and ReadableStreams as values.');
  }

  const isOf = (value) => typeof value === 'object' && value !== null && typeof value.then === 'function' && value instanceof Promise;

  class KvNamespace {
    constructor() {
      throw rt.illegalConstructor();
    }

    async get(name, options) {
      const handle = handleOf(this);
      if (arguments.length === 0) throw rt.argumentError('get', 'KvNamespace', 1, 'string or Array');
      if (ArrayIsArray(name)) return getSeveral(handle, 'get', name, options, (found, type) => valueOf(found[0], type));
      return getOne(handle, 'get', name, options, (found, type) => (found === null ? null : valueOf(found[0], type)));
    }

    async getWithMetadata(name, options) {
      const handle = handleOf(this);
      if (arguments.length === 0) throw rt.argumentError('getWithMetadata', 'KvNamespace', 1, 'string or Array');
      if (ArrayIsArray(name)) {
        return getSeveral(handle, 'getWithMetadata', name, options, (found, type) => ({ value: valueOf(found[0], type), metadata: metadataOf(found[1]) }));
      }
      return getOne(handle, 'getWithMetadata', name, options, (found, type) =>
        found === null
          ? { value: null, metadata: null, cacheStatus: null }
          : { value: valueOf(found[0], type), metadata: metadataOf(found[1]), cacheStatus: null });
    }

    async put(name, value, options) {
      const handle = handleOf(this);
      if (arguments.length === 0) throw rt.argumentError('put', 'KvNamespace', 1, 'string');
      if (arguments.length === 1) throw rt.argumentError('put', 'KvNamespace', 2, 'string or Object');
      const { expiration, expirationTtl, metadata } = dictionary(options, 'put', 3, 'PutOptions');
      const body = bodyOf(value);
      const key = keyOf(name);
      const json = metadata === undefined || metadata === null ? null : JSONStringify(metadata);
      if (json === undefined) throw new TypeError('The metadata of a KV put() cannot be written as JSON.');
      const at = optionalInt32(expiration);
      const ttl = optionalInt32(expirationTtl);
      const bytes = isOf(body) ? await body : body;
      return call((op) => hostPut(op, handle, key, bytes, json, at, ttl), nothing);
    }

    async list(options) {
      const handle = handleOf(this);
      const { limit, prefix, cursor } = dictionary(options, 'list', 1, 'ListOptions');
      const most = limit === undefined || limit === null ? 0 : int32(limit);
      const text = (value) => (value === undefined || value === null ? null : StringPrototypeToWellFormed(`${value}`));
      return call((op) => hostList(op, handle, text(prefix), most, text(cursor)), (answer) => {
        const keys = [];
        for (let i = 0, at = 0; i < answer[0].length; i += 3, at++) {
          const key = (keys[at] = { name: answer[0][i] });
          if (!missing(answer[0][i + 1])) key.expiration = answer[0][i + 1];
          if (!missing(answer[0][i + 2])) key.metadata = JSONParse(answer[0][i + 2]);
        }
        return missing(answer[1])
          ? { keys, list_complete: true, cacheStatus: null }
          : { keys, list_complete: false, cursor: answer[1], cacheStatus: null };
      });
    }

    async delete(name) {
      const handle = handleOf(this);
      if (arguments.length === 0) throw rt.argumentError('delete', 'KvNamespace', 1, 'string');
      const key = keyOf(name);
      return call((op) => hostDelete(op, handle, key), nothing);
    }
  }
  rt.expose(KvNamespace);

  return { KvNamespace, make: (handle) => make(KvNamespace, handle, 'A KV namespace binding cannot be serialized.') };
})
