// Requests of node:http and node:https, sent by `fetch` when their body has ended.
(function (rt) {
  'use strict';
  const { Array, Error, Number, Object, String, TypeError } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { OutgoingMessage } = rt.use('node/_http_outgoing');
  const { IncomingMessage } = rt.use('node/_http_incoming');
  const { _checkIsHttpToken: isToken } = rt.use('node/_http_common');
  const { invalidArgType, withCode } = rt.use('node/errors');

  // (url, options, callback), each of which may be left out, as one object of options.
  const optionsOf = (input, options) => {
    if (typeof input !== 'string' && !(input instanceof rt.global.URL)) return { ...input };
    return { ...rt.use('node/url').urlToHttpOptions(new rt.global.URL(input)), ...(typeof options === 'function' ? undefined : options) };
  };

  class ClientRequest extends OutgoingMessage {
    aborted = false;
    reusedSocket = false;
    res = undefined;
    #parts = [];
    #abort = new rt.global.AbortController();
    #timer;
    #options;

    constructor(input, options, callback) {
      super();
      const all = optionsOf(input, options);
      const done = typeof options === 'function' ? options : callback;
      this.#options = all;
      this.method = String(all.method ?? 'GET').toUpperCase();
      if (!isToken(this.method)) throw withCode(TypeError, 'ERR_INVALID_HTTP_TOKEN', `Method must be a valid HTTP token ["${all.method}"]`);
      if (all.path !== undefined && /[^\x21-\xff]/.test(all.path)) {
        throw withCode(TypeError, 'ERR_UNESCAPED_CHARACTERS', 'Request path contains unescaped characters');
      }
      const host = all.hostname ?? all.host;
      if (host !== undefined && host !== null && typeof host !== 'string') throw invalidArgType('options.hostname', 'string', host);
      const own = all.defaultProtocol ?? all.agent?.protocol ?? 'http:';
      this.protocol = all.protocol ?? own;
      if (all.protocol !== undefined && all.protocol !== own) {
        throw withCode(TypeError, 'ERR_INVALID_PROTOCOL', `Protocol "${all.protocol}" not supported. Expected "${own}"`);
      }
      this.host = host || 'localhost';
      this.path = all.path || '/';
      this.agent = all.agent;
      this.#takeHeaders(all);
      if (all.signal) this.#follow(all.signal);
      if (all.timeout) this.setTimeout(all.timeout);
      if (done) this.once('response', done);
    }

    #takeHeaders({ headers, auth, port, defaultPort, setHost }) {
      if (Array.isArray(headers)) {
        for (let i = 0; i < headers.length; i += Array.isArray(headers[i]) ? 1 : 2) {
          this.appendHeader(...(Array.isArray(headers[i]) ? headers[i] : [headers[i], headers[i + 1]]));
        }
      } else if (headers) {
        for (const name of Object.keys(headers)) this.setHeader(name, headers[name]);
      }
      const standard = this.protocol === 'https:' ? 443 : 80;
      if (setHost !== false && !this.hasHeader('host')) {
        const isStandard = !port || Number(port) === (defaultPort ?? standard);
        this.setHeader('Host', isStandard ? this.host : `${this.host}:${port}`);
      }
      if (auth && !this.hasHeader('authorization')) this.setHeader('Authorization', `Basic ${Buffer.from(auth).toString('base64')}`);
    }

    #follow(signal) {
      const stop = () => this.destroy(signal.reason);
      if (signal.aborted) rt.use('node/process').nextTick(stop);
      else signal.addEventListener('abort', stop, { once: true });
    }

    abort() {
      if (this.aborted) return;
      this.aborted = true;
      rt.use('node/process').nextTick(() => this.emit('abort'));
      this.destroy();
    }

    setTimeout(millis, callback) {
      if (callback) this.once('timeout', callback);
      rt.global.clearTimeout(this.#timer);
      if (millis > 0) this.#timer = rt.global.setTimeout(() => this.emit('timeout'), millis);
      return this;
    }

    setNoDelay() {}
    setSocketKeepAlive() {}

    _write(chunk, encoding, callback) {
      this.#parts.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk);
      callback();
    }

    _final(callback) {
      this.finished = true;
      this._header = `${this.method} ${this.path} HTTP/1.1\r\n`;
      this.#send();
      callback();
    }

    _destroy(error, callback) {
      rt.global.clearTimeout(this.#timer);
      this.#abort.abort(error ?? undefined);
      const lost = this.res === undefined && !error ? Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }) : error;
      if (this.res !== undefined && !this.res.complete) this.res.destroy(error ?? undefined);
      callback(lost);
    }

    #send() {
      const port = this.#options.port ? `:${this.#options.port}` : '';
      const host = this.host.includes(':') && !this.host.startsWith('[') ? `[${this.host}]` : this.host;
      const url = new rt.global.URL(`${this.protocol}//${host}${port}${this.path}`);
      const hasBody = this.#parts.length > 0 && this.method !== 'GET' && this.method !== 'HEAD';
      rt.global.fetch(url, {
        method: this.method, headers: this.lines().filter(([name]) => name.toLowerCase() !== 'host'), redirect: 'manual',
        body: hasBody ? Buffer.concat(this.#parts) : undefined, signal: this.#abort.signal,
      }).then((response) => {
        if (this.destroyed) return;
        rt.global.clearTimeout(this.#timer);
        this.res = IncomingMessage.of(response, url.href);
        this.res.req = this;
        this.res.once('close', () => this.emit('close'));
        if (!this.emit('response', this.res)) this.res.resume();
      }, (error) => this.destroy(error));
    }
  }

  return { ClientRequest };
})
