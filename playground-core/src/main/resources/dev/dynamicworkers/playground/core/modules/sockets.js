// The module `cloudflare:sockets`. The playground has no TCP sockets: what a socket is asked for ends with the reason,
// which is the worker's outbound where that allows nothing, and the playground's own otherwise.
(function (rt) {
  'use strict';
  const { Error, Promise, PromisePrototypeThen, String, TypeError } = rt.primordials;
  const hostConnect = rt.host('io.connect');
  const TLS = ['off', 'on', 'starttls'];
  const TOKEN = {};

  const silence = (promise) => {
    PromisePrototypeThen(promise, undefined, () => {});
    return promise;
  };

  function parse(address) {
    if (typeof address === 'object' && address !== null) {
      if (address.hostname === undefined) throw rt.fieldError('hostname', 'SocketAddress', 'string');
      if (address.port === undefined) throw rt.fieldError('port', 'SocketAddress', 'number');
      return `${address.hostname}:${address.port}`;
    }
    if (address === undefined || address === null) throw rt.argumentError('connect', 'SocketsModule', 1, 'SocketAddress or string');
    const text = String(address);
    let url;
    try {
      url = new (rt.use('url/url').URL)(`fake://${text}`);
    } catch {
      throw new TypeError('Specified address could not be parsed.');
    }
    if (url.hostname === '') throw new TypeError('Specified address is missing hostname.');
    if (url.port === '') throw new TypeError('Specified address is missing port.');
    return text;
  }

  function secureTransportOf(options) {
    const value = options?.secureTransport;
    const text = value === undefined ? 'off' : String(value);
    if (!TLS.includes(text)) throw new TypeError(`Unsupported value in secureTransport socket option: ${text}`);
    return text;
  }

  class Socket {
    #opened;
    #closed;
    #readable;
    #writable;
    #secureTransport;

    constructor(token, opened, secureTransport) {
      if (token !== TOKEN) throw rt.illegalConstructor();
      const { ReadableStream } = rt.use('streams/readable');
      const { WritableStream } = rt.use('streams/writable');
      this.#opened = silence(opened);
      this.#closed = silence(PromisePrototypeThen(opened, () => new Promise(() => {})));
      this.#secureTransport = secureTransport;
      this.#readable = new ReadableStream({ type: 'bytes', pull: () => opened }, { highWaterMark: 0 });
      this.#writable = new WritableStream({ write: () => opened });
    }
    get readable() {
      return this.#readable;
    }
    get writable() {
      return this.#writable;
    }
    get opened() {
      return this.#opened;
    }
    get closed() {
      return this.#closed;
    }
    get upgraded() {
      return false;
    }
    get secureTransport() {
      return this.#secureTransport;
    }
    close() {
      return Promise.resolve();
    }
    startTls() {
      if (this.#secureTransport !== 'starttls') {
        throw new TypeError("The `secureTransport` socket option must be set to 'starttls' for startTls to be used.");
      }
      return new Socket(TOKEN, this.#opened, 'on');
    }
  }
  rt.expose(Socket);

  function connect(address, options) {
    const target = parse(address);
    const secureTransport = secureTransportOf(options);
    rt.io.require();
    return new Socket(TOKEN, rt.io.op((op) => hostConnect(op, target)), secureTransport);
  }

  function internalNewHttpClient() {
    throw new Error('internalNewHttpClient() of cloudflare:sockets is not supported by the playground: it has no TCP sockets.');
  }
  return { connect, internalNewHttpClient };
})
