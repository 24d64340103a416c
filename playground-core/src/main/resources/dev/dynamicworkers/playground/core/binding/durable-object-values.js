// Values and keys of Durable Object storage on their way to the host: what may be stored, and the host calls for it.
(function (rt) {
  'use strict';
  const { Error, Map, Number, String, TypeError, MathTrunc } = rt.primordials;
  const hostGet = rt.host('objectStorage.get');
  const hostPut = rt.host('objectStorage.put');
  const hostDelete = rt.host('objectStorage.delete');
  const hostList = rt.host('objectStorage.list');
  const isSql = rt.host('objectStorage.isSql');
  const MAX_KEY = 2048;

  // Objects that are backed by SQLite have no limit for keys alone.
  function checkKey(actor, key) {
    const text = String(key);
    if (text.length * 3 > MAX_KEY && !isSql(actor)) {
      const size = rt.host('loader.utf8Length')(text);
      if (size > MAX_KEY) throw new TypeError(`Keys cannot be larger than ${MAX_KEY} bytes. A key of size ${size} was provided.`);
    }
    return text;
  }

  function read(stored) {
    return rt.use('rpc/clone').read({ text: stored[0], special: stored[1], capabilities: null, buffers: stored[2] });
  }

  function get(actor, key) {
    const stored = hostGet(actor, checkKey(actor, key));
    return stored === null || stored === undefined ? undefined : read(stored);
  }

  function put(actor, key, value) {
    const text = checkKey(actor, key);
    if (value === undefined) throw new TypeError('put() called with undefined value.');
    const payload = rt.use('rpc/clone').write(value, 'local');
    if (payload.capabilities !== null) {
      throw rt.domException('DataCloneError', 'Could not serialize object of type "Fetcher". This type does not support serialization.');
    }
    hostPut(actor, text, payload.text, payload.special, payload.buffers);
  }

  const remove = (actor, key) => hostDelete(actor, checkKey(actor, key));

  // Options of list(): { prefix, start, startAfter, end, limit, reverse }.
  function list(actor, options) {
    if (options !== undefined && options !== null && typeof options !== 'object') {
      throw rt.argumentError('list', 'DurableObjectStorage', 1, 'ListOptions');
    }
    const { start, startAfter, end, prefix, reverse, limit } = options ?? {};
    if (start !== undefined && startAfter !== undefined) throw new TypeError('list() cannot be called with both start and startAfter values.');
    let most = -1;
    if (limit !== undefined && limit !== null) {
      most = MathTrunc(Number(limit));
      if (!(most > 0)) throw new TypeError('List limit must be positive.');
      most = Math.min(most, 2147483647);
    }
    const text = (value) => (value === undefined || value === null ? null : String(value));
    const flat = hostList(actor, text(prefix), text(start), text(startAfter), text(end), most, Boolean(reverse));
    const found = new Map();
    for (let i = 0; i < flat.length; i += 2) found.set(flat[i], read(flat[i + 1]));
    return found;
  }

  return { get, put, remove, list };
})
