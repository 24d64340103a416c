// What comes in by node:http, an answer or a request: a readable stream of its body.
(function (rt) {
  'use strict';
  const { Object } = rt.primordials;
  const { Readable } = rt.use('node/stream');

  class IncomingMessage extends Readable {
    aborted = false;
    url = '';
    method = null;
    statusCode = null;
    statusMessage = null;
    httpVersion = '1.1';
    httpVersionMajor = 1;
    httpVersionMinor = 1;
    complete = false;
    rawHeaders = [];
    rawTrailers = [];
    trailers = {};
    #reader;
    #distinct;

    // A response of `fetch`, taken over: its status, headers and body.
    static of(response, url) {
      const message = new IncomingMessage();
      message.url = url;
      message.statusCode = response.status;
      message.statusMessage = response.statusText;
      for (const [name, value] of response.headers) message.rawHeaders.push(name, value);
      message.#reader = response.body?.getReader();
      return message;
    }

    // A request that comes to a server.
    static asked(request) {
      const message = new IncomingMessage();
      const { pathname, search } = new rt.global.URL(request.url);
      message.method = request.method;
      message.url = `${pathname}${search}`;
      for (const [name, value] of request.headers) message.rawHeaders.push(name, value);
      message.#reader = request.body?.getReader();
      const socket = new (rt.use('node/events'))();
      const remoteAddress = request.headers.get('cf-connecting-ip') ?? '127.0.0.1';
      const about = { remoteAddress, remoteFamily: 'IPv4', remotePort: 0, localAddress: '127.0.0.1', localPort: 0, encrypted: false };
      for (const name of Object.keys(about)) Object.defineProperty(socket, name, { __proto__: null, value: about[name], writable: true, configurable: true });
      for (const name of ['destroy', 'end', 'setTimeout', 'setKeepAlive', 'setNoDelay', 'ref', 'unref', 'cork', 'uncork']) {
        Object.defineProperty(socket, name, { __proto__: null, value: () => socket, writable: true, configurable: true });
      }
      message.socket = socket;
      return message;
    }

    get headers() {
      const headers = {};
      for (let i = 0; i < this.rawHeaders.length; i += 2) {
        const name = this.rawHeaders[i].toLowerCase();
        const value = this.rawHeaders[i + 1];
        if (name === 'set-cookie') (headers[name] ??= []).push(value);
        else headers[name] = Object.hasOwn(headers, name) ? `${headers[name]}, ${value}` : value;
      }
      return headers;
    }

    get headersDistinct() {
      if (this.#distinct === undefined) {
        this.#distinct = { __proto__: null };
        for (let i = 0; i < this.rawHeaders.length; i += 2) {
          (this.#distinct[this.rawHeaders[i].toLowerCase()] ??= []).push(this.rawHeaders[i + 1]);
        }
      }
      return this.#distinct;
    }

    get trailersDistinct() { return { __proto__: null }; }
    get connection() { return this.socket; }
    socket = null;

    setTimeout(millis, callback) {
      if (callback) this.once('timeout', callback);
      return this;
    }

    _read() {
      if (this.#reader === undefined) {
        this.complete = true;
        this.push(null);
        return;
      }
      this.#reader.read().then(({ done, value }) => {
        if (done) this.complete = true;
        this.push(done ? null : rt.use('node/buffer').Buffer.from(value.buffer, value.byteOffset, value.byteLength));
      }, (error) => this.destroy(error));
    }

    _destroy(error, callback) {
      if (!this.complete) {
        this.aborted = true;
        this.#reader?.cancel(error ?? undefined).catch(() => {});
      }
      callback(error);
    }
  }

  return { IncomingMessage };
})
