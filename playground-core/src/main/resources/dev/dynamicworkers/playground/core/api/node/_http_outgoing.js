// What goes out by node:http: headers, and a writable stream.
(function (rt) {
  'use strict';
  const { Array, Error, Map, Object, String, Symbol } = rt.primordials;
  const { Writable } = rt.use('node/stream');
  const { validateString, withCode } = rt.use('node/errors');
  const { validateHeaderName, validateHeaderValue } = rt.use('node/_http_common');

  class OutgoingMessage extends Writable {
    // [name as given, value] by name in lower case
    #headers = new Map();
    _header = null;
    sendDate = false;
    finished = false;
    req = undefined;

    constructor(options) {
      // A request that was sent lives on until its answer has come.
      super({ ...options, autoDestroy: false });
    }

    get headersSent() { return this._header !== null; }
    get connection() { return this.socket; }
    socket = null;

    #requireUnsent(action) {
      if (this.headersSent) throw withCode(Error, 'ERR_HTTP_HEADERS_SENT', `Cannot ${action} headers after they are sent to the client`);
    }

    setHeader(name, value) {
      this.#requireUnsent('set');
      validateHeaderName(name);
      validateHeaderValue(name, value);
      this.#headers.set(name.toLowerCase(), [name, value]);
      return this;
    }

    setHeaders(headers) {
      this.#requireUnsent('set');
      for (const [name, value] of headers) this.setHeader(name, value);
      return this;
    }

    appendHeader(name, value) {
      this.#requireUnsent('append');
      const old = this.getHeader(name);
      return this.setHeader(name, old === undefined ? value : [].concat(old, value));
    }

    getHeader(name) {
      validateString(name, 'name');
      return this.#headers.get(name.toLowerCase())?.[1];
    }

    hasHeader(name) {
      validateString(name, 'name');
      return this.#headers.has(name.toLowerCase());
    }

    removeHeader(name) {
      validateString(name, 'name');
      this.#requireUnsent('remove');
      this.#headers.delete(name.toLowerCase());
    }

    getHeaderNames() { return [...this.#headers.keys()]; }
    getRawHeaderNames() { return [...this.#headers.values()].map(([name]) => name); }
    getHeaders() { return Object.assign({ __proto__: null }, Object.fromEntries([...this.#headers].map(([key, [, value]]) => [key, value]))); }

    // Name and value of each header line.
    lines() {
      return [...this.#headers.values()].flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]));
    }

    flushHeaders() {}
    addTrailers() {}
    setTimeout(millis, callback) {
      if (callback) this.once('timeout', callback);
      return this;
    }
  }

  return {
    OutgoingMessage, validateHeaderName, validateHeaderValue, kHighWaterMark: Symbol('kHighWaterMark'), kUniqueHeaders: Symbol('kUniqueHeaders'),
    parseUniqueHeadersOption: (names) => (Array.isArray(names) ? new rt.primordials.Set(names.flat().map((name) => name.toLowerCase())) : null),
  };
})
