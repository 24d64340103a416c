// caches and Cache: responses kept by URL, as long as their headers allow.
(function (rt) {
  'use strict';
  const { Boolean, Error, JSON, String, TypeError } = rt.primordials;
  const { lifetime, answer } = rt.use('cache/rules');
  const find = rt.host('cache.find');
  const store = rt.host('cache.put');
  const remove = rt.host('cache.delete');
  const secret = {};

  // Names of caches that guests open can never be that of the default cache.
  const DEFAULT = 'default';
  const NAMED = 'named:';

  const requestOf = (value) => {
    const { Request } = rt.global;
    const request = value instanceof Request ? value : new Request(String(value));
    // Keys name a host.
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(request.url)) throw new TypeError('Invalid URL. Cache API keys must be fully-qualified, valid URLs.');
    return request;
  };

  // CacheQueryOptions; the two that are for browsers alone are refused.
  const ignoresMethod = (options, method) => {
    if (options === undefined || options === null) return false;
    if (typeof options !== 'object' && typeof options !== 'function') throw rt.argumentError(method, 'Cache', 2, 'CacheQueryOptions');
    for (const field of ['ignoreSearch', 'ignoreVary']) {
      if (options[field] !== undefined) throw new Error(`The '${field}' field on 'CacheQueryOptions' is not implemented.`);
    }
    return Boolean(options.ignoreMethod);
  };

  const cacheSlots = rt.slots();
  class Cache {
    constructor(key, name) {
      if (key !== secret) throw rt.illegalConstructor();
      cacheSlots.set(this, name);
    }

    async match(requestOrUrl, options) {
      const name = cacheSlots.get(this);
      if (arguments.length === 0) throw rt.argumentError('match', 'Cache', 1, 'Request or string');
      rt.io.require();
      const anyMethod = ignoresMethod(options, 'match');
      const request = requestOf(requestOrUrl);
      if (request.method !== 'GET' && !anyMethod) return undefined;
      const [status, statusText, headers, body] = await rt.io.op((id) => find(id, name, request.url));
      if (status === undefined) return undefined;
      return answer(request, status, statusText, JSON.parse(headers), body);
    }

    async put(requestOrUrl, response) {
      const name = cacheSlots.get(this);
      if (arguments.length < 2) throw rt.argumentError('put', 'Cache', arguments.length + 1, arguments.length === 0 ? 'Request or string' : 'Response');
      if (!(response instanceof rt.global.Response)) throw rt.argumentError('put', 'Cache', 2, 'Response');
      rt.io.require();
      const request = requestOf(requestOrUrl);
      if (response.type === 'error') throw new TypeError('Cache is unable to store an error response');
      if (request.method !== 'GET') throw new TypeError('Cannot cache response to non-GET request.');
      if (response.status === 206) throw new TypeError('Cannot cache response to a range request (206 Partial Content).');
      if ((response.headers.get('vary') ?? '').includes('*')) throw new TypeError("Cannot cache response with 'Vary: *' header.");
      if (response.webSocket) throw new TypeError('Worker tried to return a WebSocket in a response to a request which did not contain the header "Upgrade: websocket".');
      if (response.body?.locked && !response.bodyUsed) throw new TypeError('The ReadableStream has been locked to a reader.');
      const bytes = await response.arrayBuffer();
      const seconds = lifetime(response.status, response.headers);
      if (response.status === 304 || seconds <= 0) return;
      const list = [...response.headers].filter(([header]) => header !== 'set-cookie');
      await rt.io.op((id) => store(id, name, request.url, response.status, response.statusText, JSON.stringify(list), bytes, seconds));
    }

    async delete(requestOrUrl, options) {
      const name = cacheSlots.get(this);
      if (arguments.length === 0) throw rt.argumentError('delete', 'Cache', 1, 'Request or string');
      rt.io.require();
      const anyMethod = ignoresMethod(options, 'delete');
      const request = requestOf(requestOrUrl);
      if (request.method !== 'GET' && !anyMethod) return false;
      return rt.io.op((id) => remove(id, name, request.url));
    }

    add() { throw notImplemented('add', 'Cache'); }
    addAll() { throw notImplemented('addAll', 'Cache'); }
    matchAll() { throw notImplemented('matchAll', 'Cache'); }
    keys() { throw notImplemented('keys', 'Cache'); }
  }

  const notImplemented = (method, Class) => new Error(`Failed to execute '${method}' on '${Class}': the method is not implemented.`);

  const storageSlots = rt.slots();
  const { defineProperty } = rt.primordials.Object;
  class CacheStorage {
    constructor(key) {
      if (key !== secret) throw rt.illegalConstructor();
      const value = new Cache(secret, DEFAULT);
      storageSlots.set(this, value);
      defineProperty(this, 'default', { __proto__: null, value, writable: false, enumerable: true, configurable: false });
    }

    async open(name) {
      if (!storageSlots.has(this)) throw rt.illegalInvocation();
      if (arguments.length === 0) throw rt.argumentError('open', 'CacheStorage', 1, 'string');
      const text = `${name}`;
      if (text.length >= 1024) throw new TypeError('Cache name is too long.');
      return new Cache(secret, NAMED + text);
    }

    match() { throw notImplemented('match', 'CacheStorage'); }
    has() { throw notImplemented('has', 'CacheStorage'); }
    delete() { throw notImplemented('delete', 'CacheStorage'); }
    keys() { throw notImplemented('keys', 'CacheStorage'); }
  }

  rt.expose(Cache);
  rt.expose(CacheStorage);

  return { Cache, CacheStorage, caches: new CacheStorage(secret) };
})
