// Request.
(function (rt) {
  'use strict';
  const { Boolean, Error, Set, SetPrototypeHas, StringPrototypeToUpperCase, TypeError } = rt.primordials;
  const { Body, token, extract, contentOf, copyContent, moveContent, isUsed, headersOf, peekHeaders } = rt.use('fetch/body');

  const METHODS = new Set([
    'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PURGE', 'COPY', 'LOCK', 'MKCOL', 'MOVE', 'PROPFIND',
    'PROPPATCH', 'SEARCH', 'UNLOCK', 'ACL', 'REPORT', 'MKACTIVITY', 'CHECKOUT', 'MERGE', 'M-SEARCH', 'NOTIFY', 'SUBSCRIBE',
    'UNSUBSCRIBE', 'QUERY', 'BAN',
  ]);

  function methodOf(value) {
    const text = `${value}`;
    if (text === 'GET' || text === 'POST') return text;
    const method = StringPrototypeToUpperCase(text);
    if (!SetPrototypeHas(METHODS, method)) throw new TypeError(`Invalid HTTP method string: ${text}`);
    return method;
  }

  const BAD_REDIRECT =
    'Invalid redirect value, must be one of "follow" or "manual" ("error" won\'t be implemented since it does not make sense at the ' +
    'edge; use "manual" and check the response status code).';

  const NO_INTEGRITY =
    'Subrequest integrity checking is not implemented. The integrity option must be either undefined or an empty string.';

  function redirectOf(value) {
    const text = `${value}`;
    if (text !== 'follow' && text !== 'manual') throw new TypeError(BAD_REDIRECT);
    return text;
  }

  function cacheOf(value) {
    if (!rt.compat.has('cache_option_enabled')) throw new Error("The 'cache' field on 'RequestInitializerDict' is not implemented.");
    const text = `${value}`;
    if (text !== 'no-store' && text !== 'no-cache') throw new TypeError(`Unsupported cache mode: ${text}`);
    return text;
  }

  function urlOf(input) {
    const text = typeof input === 'string' ? input : `${input}`;
    const { parse, hrefOf } = rt.use('url/url');
    const packed = parse(text, undefined);
    if (packed === null) throw new TypeError(`Invalid URL: ${text}`);
    return hrefOf(packed);
  }

  function signalOf(value) {
    if (value === undefined || value === null) return null;
    if (!rt.use('events/abort').isAbortSignal(value)) {
      throw rt.fieldError('signal', 'RequestInitializerDict', 'AbortSignal');
    }
    return value;
  }

  const isObject = (value) => value !== null && (typeof value === 'object' || typeof value === 'function');

  function cfOf(value) {
    if (value === undefined || value === null) return undefined;
    if (!isObject(value)) throw rt.fieldError('cf', 'RequestInitializerDict', 'Object');
    return rt.use('rpc/structured-clone').structuredClone(value);
  }

  // What a Request is but for its body and headers.
  class Traits {
    constructor(url) {
      this.url = url;
      this.method = 'GET';
      this.redirect = 'follow';
      this.signal = null;
      this.cf = undefined;
      this.integrity = '';
      this.keepalive = false;
      this.cache = undefined;
      this.fetcher = null;
    }
  }

  function copyTraits(from) {
    const traits = new Traits(from.url);
    traits.method = from.method;
    traits.redirect = from.redirect;
    traits.signal = from.signal;
    traits.cf = cfOf(from.cf);
    traits.integrity = from.integrity;
    traits.cache = from.cache;
    traits.fetcher = from.fetcher;
    return traits;
  }

  function readInit(traits, init) {
    const { method, redirect, fetcher, signal, cf, integrity, cache } = init;
    if (method !== undefined) traits.method = methodOf(method);
    if (redirect !== undefined) traits.redirect = redirectOf(redirect);
    if (fetcher !== undefined) traits.fetcher = fetcher;
    if (signal !== undefined) traits.signal = signalOf(signal);
    if (cf !== undefined) traits.cf = cfOf(cf);
    if (integrity !== undefined && `${integrity}` !== '') throw new TypeError(NO_INTEGRITY);
    if (cache !== undefined) traits.cache = cacheOf(cache);
  }

  function contentFor(source, init, method) {
    const body = init?.body;
    if (body !== undefined && body !== null) {
      if (method === 'GET' || method === 'HEAD') throw new TypeError('Request with a GET or HEAD method cannot have a body.');
      return extract(body);
    }
    if (source === null || body === null) return null;
    const content = contentOf(source);
    if (content === null) return null;
    if (isUsed(content)) throw new TypeError('Cannot reconstruct a Request with a used body.');
    if (method === 'GET' || method === 'HEAD') throw new TypeError('Request with a GET or HEAD method cannot have a body.');
    return moveContent(content);
  }

  function headersFor(source, init, content) {
    const given = init?.headers;
    if (given === undefined && source === null) return null;
    const { Headers, find, listOf } = rt.use('fetch/headers');
    const headers = given !== undefined ? new Headers(given) : [...peekHeaders(source)];
    // A body that comes from the other request brings no type to headers that are given.
    const isNew = given === undefined || (init.body !== undefined && init.body !== null);
    const type = content === null || !isNew ? null : content.type;
    const list = given !== undefined ? listOf(headers) : headers;
    if (type !== null && find(list, 'content-type') === null) list.push('content-type', type);
    return headers;
  }

  let isRequest, traitsOf, make;

  const slots = rt.slots();
  class Request extends Body {
    constructor(input, init) {
      if (input === token) {
        super(token, init.content, init.headers, init.immutable);
        slots.set(this, init.traits);
        return;
      }
      if (arguments.length === 0) throw rt.constructorError('Request', 1, 'Request or string');
      const source = isRequest(input) ? input : null;
      const traits = source === null ? new Traits(urlOf(input)) : copyTraits(slots.get(source));
      let given;
      if (init !== undefined && init !== null) {
        if (!isObject(init)) throw rt.constructorError('Request', 2, 'RequestInitializerDict or Request');
        given = init;
        readInit(traits, given);
      }
      const content = contentFor(source, given, traits.method);
      super(token, content, headersFor(source, given, content), false);
      slots.set(this, traits);
    }

    static {
      isRequest = (value) => slots.has(value);
      traitsOf = (request) => slots.get(request);
      make = (traits, content, headers, immutable) => new Request(token, { traits, content, headers, immutable });
    }

    get method() { return traitsOf(this).method; }
    get url() { return traitsOf(this).url; }
    get headers() {
      traitsOf(this);
      return headersOf(this);
    }
    get redirect() { return traitsOf(this).redirect; }
    get fetcher() {
      const traits = traitsOf(this);
      // An incoming request carries a way to send it on, made when somebody looks.
      if (typeof traits.fetcher === 'function') traits.fetcher = traits.fetcher();
      return traits.fetcher;
    }
    get signal() {
      const traits = traitsOf(this);
      return (traits.signal ??= rt.use('events/abort').newSignal());
    }
    get cf() { return traitsOf(this).cf; }
    get integrity() { return traitsOf(this).integrity; }
    get keepalive() { return traitsOf(this).keepalive; }
    get cache() { return traitsOf(this).cache; }

    clone() {
      const traits = traitsOf(this);
      const content = copyContent(contentOf(this));
      return make(copyTraits(traits), content, [...peekHeaders(this)], false);
    }
  }

  rt.expose(Request);
  rt.compat.settled(() => {
    if (!rt.compat.has('cache_option_enabled')) delete Request.prototype.cache;
  });
  return { Request, Traits, isRequest, traitsOf, make };
})
