// Socket of node:net, a Duplex over a connection of `cloudflare:sockets`; TLSSocket of node:tls is one whose bytes are encrypted.
(function (rt) {
  'use strict';
  const { Error, Number, Object, Promise, PromisePrototypeThen, TypeError } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { Duplex } = rt.use('node/stream');
  const { invalidArgType, invalidArgValue, validateFunction, validateNumber, withCode } = rt.use('node/errors');
  const MAX_PORT = 65535;

  const ignore = () => {};
  const nextTick = (...args) => rt.use('node/process').nextTick(...args);

  // connect(options[, listener]), connect(port[, host][, listener]) and connect(path): options and listener.
  const argumentsOf = (args) => {
    const [first, second] = args;
    const listener = typeof args.at(-1) === 'function' ? args.at(-1) : undefined;
    if (typeof first === 'object' && first !== null) return [first, listener];
    if (typeof first === 'string' && Number.isNaN(Number(first))) return [{ path: first }, listener];
    return [{ port: first, host: typeof second === 'string' ? second : undefined }, listener];
  };

  const checked = (options) => {
    const { path, port, host } = options;
    if (path !== undefined && path !== null) throw invalidArgValue('path', path, 'is not supported');
    if (port === undefined || port === null) {
      throw withCode(TypeError, 'ERR_MISSING_ARGS', 'The "options" or "port" or "path" argument must be specified');
    }
    const number = typeof port === 'string' && port.trim() === '' ? NaN : Number(port);
    if ((typeof port !== 'number' && typeof port !== 'string') || !(number >= 0 && number <= MAX_PORT) || !Number.isInteger(number)) {
      throw withCode(Error, 'ERR_SOCKET_BAD_PORT', `Port should be >= 0 and < 65536. Received ${typeof port}.`);
    }
    if (host !== undefined && host !== null && typeof host !== 'string') throw invalidArgType('options.host', 'string', host);
    return { port: number, host: host ?? 'localhost' };
  };

  // The host's failures with the codes of Node.js; what the network rules say stays as it is.
  const failureOf = (error, { host, port }) => {
    const text = `${error?.message}`;
    const told = (code, message) => Object.assign(new Error(message), { code, syscall: code === 'ENOTFOUND' ? 'getaddrinfo' : 'connect', address: host, port });
    if (/refused/i.test(text)) return told('ECONNREFUSED', `connect ECONNREFUSED ${host}:${port}`);
    if (/the host is not known/i.test(text)) return told('ENOTFOUND', `getaddrinfo ENOTFOUND ${host}`);
    return error;
  };

  const addressOf = (text) => {
    const at = typeof text === 'string' ? text.lastIndexOf(':') : -1;
    if (at < 0) return {};
    const address = text.slice(0, at).replace(/^\[|\]$/g, '');
    return { address, port: Number(text.slice(at + 1)), family: address.includes(':') ? 'IPv6' : 'IPv4' };
  };

  class Socket extends Duplex {
    #connection = null;
    #reader = null;
    #writer = null;
    #isReading = false;
    #wantsData = false;
    #isOver = false;
    #local = {};
    #remote = {};
    #timer;
    connecting = false;
    timeout = undefined;
    #read = 0;
    #written = 0;

    constructor(options) {
      super({ ...(typeof options === 'object' ? options : {}), allowHalfOpen: options?.allowHalfOpen === true, autoDestroy: true, emitClose: true });
    }

    connect(...args) {
      const [options, listener] = argumentsOf(args);
      const target = checked(options);
      if (listener !== undefined) this.once('connect', listener);
      if (options.timeout !== undefined) this.setTimeout(options.timeout);
      this.connecting = true;
      let connection;
      try {
        connection = rt.use('modules/sockets').connect(
          { hostname: target.host, port: target.port }, { secureTransport: this._transport(), allowHalfOpen: true });
      } catch (error) {
        nextTick(() => this.destroy(error));
        return this;
      }
      this._adopt(connection, target);
      return this;
    }

    // Plain connections can be secured later.
    _transport() { return 'starttls'; }

    _adopt(connection, target) {
      this.connecting = true;
      this.#connection = connection;
      PromisePrototypeThen(connection.closed, undefined, ignore);
      PromisePrototypeThen(connection.opened, ({ remoteAddress, localAddress }) => {
        if (this.destroyed) return;
        this.connecting = false;
        this.#remote = { address: target.host, port: target.port, ...addressOf(remoteAddress) };
        this.#local = addressOf(localAddress);
        this.#reader = connection.readable.getReader();
        this.#writer = connection.writable.getWriter();
        PromisePrototypeThen(this.#writer.closed, undefined, ignore);
        this.#touch();
        this._connected();
        if (!this.destroyed && (this.#wantsData || !this.isPaused())) this.read(0);
        if (this.#wantsData) this.#pull();
      }, (error) => {
        this.connecting = false;
        this.destroy(failureOf(error, target));
      });
    }

    _connected() {
      this.emit('connect');
      this.emit('ready');
    }

    // Gives the connection away, to be secured.
    _release() {
      const connection = this.#connection;
      if (connection === null) throw new TypeError('The socket is not connected.');
      this.#isOver = true;
      this.#reader?.releaseLock();
      this.#writer?.releaseLock();
      return { connection, remote: this.#remote };
    }

    _read() {
      this.#wantsData = true;
      if (this.#reader !== null) this.#pull();
    }

    #pull() {
      if (this.#isReading || this.#isOver) return;
      this.#isReading = true;
      this.#wantsData = false;
      PromisePrototypeThen(this.#reader.read(), ({ value, done }) => {
        this.#isReading = false;
        if (this.#isOver || this.destroyed) return;
        if (done) {
          this.push(null);
          return;
        }
        this.#touch();
        this.#read += value.length;
        if (this.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength))) this.#pull();
      }, (error) => {
        if (!this.#isOver && !this.destroyed) this.destroy(error);
      });
    }

    _write(chunk, encoding, callback) {
      if (this.#writer === null) {
        this.once('connect', () => this._write(chunk, encoding, callback));
        return;
      }
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
      this.#touch();
      PromisePrototypeThen(this.#writer.write(bytes), () => {
        this.#written += bytes.length;
        callback();
      }, callback);
    }

    _final(callback) {
      if (this.#writer === null) {
        if (this.connecting) this.once('connect', () => this._final(callback));
        else callback();
        return;
      }
      PromisePrototypeThen(this.#writer.close(), () => callback(), () => callback());
    }

    _destroy(error, callback) {
      this.connecting = false;
      this.#clearTimer();
      if (this.#connection !== null && !this.#isOver) {
        this.#isOver = true;
        PromisePrototypeThen(this.#connection.close(), undefined, ignore);
      }
      // `close` says whether there was an error.
      this.#failed = error !== null && error !== undefined;
      callback(error);
    }
    #failed = false;

    emit(name, ...args) {
      return name === 'close' ? super.emit('close', this.#failed) : super.emit(name, ...args);
    }

    #touch() {
      if (this.timeout > 0) this.setTimeout(this.timeout);
    }

    #clearTimer() {
      if (this.#timer !== undefined) rt.use('timers/timers').clearTimeout(this.#timer);
      this.#timer = undefined;
    }

    setTimeout(ms, callback) {
      validateNumber(ms, 'msecs');
      if (callback !== undefined) validateFunction(callback, 'callback');
      this.#clearTimer();
      this.timeout = ms;
      if (ms > 0 && !this.destroyed) this.#timer = rt.use('timers/timers').setTimeout(() => this.emit('timeout'), ms);
      if (callback !== undefined) {
        if (ms === 0) this.removeListener('timeout', callback);
        else this.once('timeout', callback);
      }
      return this;
    }

    setNoDelay() { return this; }
    setKeepAlive() { return this; }
    ref() { return this; }
    unref() { return this; }
    address() { return this.#local.address === undefined ? {} : { ...this.#local }; }
    destroySoon() {
      if (this.writable) this.end();
      if (this.writableFinished) this.destroy();
      else this.once('finish', () => this.destroy());
    }
    resetAndDestroy() { return this.destroy(); }

    get pending() { return this.#connection === null || this.connecting; }
    get readyState() {
      if (this.connecting) return 'opening';
      if (this.readable && this.writable) return 'open';
      if (this.readable) return 'readOnly';
      return this.writable ? 'writeOnly' : 'closed';
    }
    get bytesRead() { return this.#read; }
    get bytesWritten() { return this.#written; }
    get bufferSize() { return this.writableLength; }
    get remoteAddress() { return this.#remote.address; }
    get remotePort() { return this.#remote.port; }
    get remoteFamily() { return this.#remote.family; }
    get localAddress() { return this.#local.address; }
    get localPort() { return this.#local.port; }
    get localFamily() { return this.#local.family; }
  }

  // What nobody outside of the connection knows.
  const UNKNOWN = [
    'disableRenegotiation', 'enableTrace', 'exportKeyingMaterial', 'getCertificate', 'getCipher', 'getEphemeralKeyInfo', 'getFinished',
    'getPeerCertificate', 'getPeerFinished', 'getPeerX509Certificate', 'getProtocol', 'getSession', 'getSharedSigalgs', 'getTLSTicket',
    'getX509Certificate', 'isSessionReused', 'renegotiate', 'setKeyCert', 'setMaxSendFragment', 'setServername', 'setSession',
  ];

  class TLSSocket extends Socket {
    encrypted = true;
    authorized = false;
    authorizationError = null;
    alpnProtocol = false;

    // Given a connected socket, goes on with its connection.
    constructor(socket, options) {
      super(options);
      if (socket === undefined || socket === null) return;
      if (!(socket instanceof Socket)) throw invalidArgType('socket', 'Socket', socket);
      const secure = () => {
        const { connection, remote } = socket._release();
        this._adopt(connection.startTls({ expectedServerHostname: options?.servername ?? options?.host }), { host: remote.address, port: remote.port });
      };
      if (socket.connecting) socket.once('connect', secure);
      else secure();
    }

    _transport() { return 'on'; }

    _connected() {
      this.authorized = true;
      super._connected();
      this.emit('secureConnect');
    }
  }
  for (const name of UNKNOWN) {
    TLSSocket.prototype[name] = { [name]() { throw withCode(Error, 'ERR_METHOD_NOT_IMPLEMENTED', `The tls.TLSSocket.${name} method is not implemented`); } }[name];
  }

  const connect = (...args) => {
    const [options, listener] = argumentsOf(args);
    const socket = new Socket(options);
    return socket.connect(options, ...(listener === undefined ? [] : [listener]));
  };

  // tls.connect(options[, listener]), tls.connect(port[, host][, options][, listener])
  const connectSecurely = (...args) => {
    const [found, listener] = argumentsOf(args);
    const more = args.slice(1).find((each) => typeof each === 'object' && each !== null);
    const options = { ...more, ...found, host: found.host ?? more?.host };
    if (options.rejectUnauthorized === false) throw withCode(Error, 'ERR_OPTION_NOT_IMPLEMENTED', 'The options.rejectUnauthorized option is not implemented');
    const socket = new TLSSocket(options.socket, options);
    if (listener !== undefined) socket.once('secureConnect', listener);
    return options.socket ? socket : socket.connect(options);
  };

  return { Socket, TLSSocket, argumentsOf, connect, connectSecurely };
})
