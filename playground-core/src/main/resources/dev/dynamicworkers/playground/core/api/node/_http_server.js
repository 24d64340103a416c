// Servers of node:http: no socket listens; a request that a handler of the worker passes on by its port comes to their listeners.
(function (rt) {
  'use strict';
  const { Array, Error, Map, Number, Object, Promise, RangeError, Symbol, TypeError, Uint8Array } = rt.primordials;
  const EventEmitter = rt.use('node/events');
  const { IncomingMessage } = rt.use('node/_http_incoming');
  const { OutgoingMessage } = rt.use('node/_http_outgoing');
  const { invalidArgType, notImplemented, withCode } = rt.use('node/errors');
  const { nextTick } = rt.use('node/process');
  const texts = '100 Continue,101 Switching Protocols,102 Processing,103 Early Hints,200 OK,201 Created,202 Accepted,'
    + '203 Non-Authoritative Information,204 No Content,205 Reset Content,206 Partial Content,207 Multi-Status,208 Already Reported,226 IM Used,'
    + "300 Multiple Choices,301 Moved Permanently,302 Found,303 See Other,304 Not Modified,305 Use Proxy,307 Temporary Redirect,308 Permanent Redirect,"
    + '400 Bad Request,401 Unauthorized,402 Payment Required,403 Forbidden,404 Not Found,405 Method Not Allowed,406 Not Acceptable,'
    + '407 Proxy Authentication Required,408 Request Timeout,409 Conflict,410 Gone,411 Length Required,412 Precondition Failed,413 Payload Too Large,'
    + "414 URI Too Long,415 Unsupported Media Type,416 Range Not Satisfiable,417 Expectation Failed,418 I'm a Teapot,421 Misdirected Request,"
    + '422 Unprocessable Entity,423 Locked,424 Failed Dependency,425 Too Early,426 Upgrade Required,428 Precondition Required,429 Too Many Requests,'
    + '431 Request Header Fields Too Large,451 Unavailable For Legal Reasons,500 Internal Server Error,501 Not Implemented,502 Bad Gateway,'
    + '503 Service Unavailable,504 Gateway Timeout,505 HTTP Version Not Supported,506 Variant Also Negotiates,507 Insufficient Storage,'
    + '508 Loop Detected,509 Bandwidth Limit Exceeded,510 Not Extended,511 Network Authentication Required';
  const STATUS_CODES = Object.fromEntries(texts.split(',').map((line) => [line.slice(0, 3), line.slice(4)]));

  const INVALID_REASON = /[^\t\x20-\x7e\x80-\xff]/;
  const hasNoBody = (status) => status === 204 || status === 304;

  // The answer to one request: a Response whose body is what is written.
  class ServerResponse extends OutgoingMessage {
    statusCode = 200;
    statusMessage = undefined;
    shouldKeepAlive = true;
    useChunkedEncodingByDefault = true;
    chunkedEncoding = false;
    answered = null;
    // Of the body's stream: its controller, and who waits for room in it.
    #body = null;
    #waiting = null;
    #reason = undefined;
    #isWhole = false;

    constructor(request, options) {
      super(options);
      this.req = request;
      this.socket = request.socket ?? null;
      this.answer = new Promise((resolve) => { this.answered = resolve; });
      this.once('finish', () => nextTick(() => this.emit('close')));
    }

    writeHead(statusCode, reason, headers) {
      if (this.headersSent) throw withCode(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot write headers after they are sent to the client');
      const status = statusCode | 0;
      if (status < 100 || status > 999) throw withCode(RangeError, 'ERR_HTTP_INVALID_STATUS_CODE', `Invalid status code: ${statusCode}`);
      const [text, given] = typeof reason === 'string' ? [reason, headers] : [this.statusMessage, headers ?? reason];
      if (text !== undefined && INVALID_REASON.test(text)) throw withCode(TypeError, 'ERR_INVALID_CHAR', 'Invalid character in statusMessage');
      this.statusCode = status;
      this.statusMessage = text;
      this.#setAll(given);
      this._header = `HTTP/1.1 ${status} ${text ?? ''}`;
      return this;
    }

    #setAll(given) {
      if (given === undefined || given === null) return;
      if (!Array.isArray(given)) {
        for (const name of Object.keys(given)) this.setHeader(name, given[name]);
      } else if (Array.isArray(given[0])) {
        for (const [name, value] of given) this.setHeader(name, value);
      } else {
        if (given.length % 2 !== 0) throw withCode(TypeError, 'ERR_INVALID_ARG_VALUE', "The argument 'headers' is invalid.");
        for (let i = 0; i < given.length; i += 2) this.appendHeader(given[i], given[i + 1]);
      }
    }

    flushHeaders() { this._implicitHeader(); }
    _implicitHeader() { this.#begin(undefined); }
    assignSocket(socket) { this.socket = socket; }
    detachSocket() { this.socket = null; }
    writeContinue() { throw notImplemented('writeContinue'); }
    writeProcessing() { throw notImplemented('writeProcessing'); }
    writeEarlyHints() { throw notImplemented('writeEarlyHints'); }

    end(chunk, encoding, callback) {
      // A body that is given as a whole has a length.
      if (!this.headersSent) {
        const isNone = chunk === undefined || chunk === null || typeof chunk === 'function';
        const isText = typeof chunk === 'string';
        this.#isWhole = true;
        this.#begin(isNone ? 0 : isText ? rt.use('node/buffer').Buffer.byteLength(chunk, typeof encoding === 'string' ? encoding : undefined) : chunk.byteLength);
      }
      return super.end(chunk, encoding, callback);
    }

    // Answers: from here on the body streams. length: of the whole body, where it is known.
    #begin(length) {
      if (this.answered === null) return;
      const { Headers, Response, ReadableStream } = rt.global;
      this._header ??= `HTTP/1.1 ${this.statusCode} ${this.statusMessage ?? ''}`;
      const headers = new Headers();
      for (const [name, value] of this.lines()) headers.append(name, value);
      if (this.sendDate && !headers.has('date')) headers.set('date', new rt.global.Date(rt.io.now()).toUTCString());
      if (!headers.has('connection')) headers.set('connection', 'keep-alive');
      const isBodiless = hasNoBody(this.statusCode) || this.req?.method === 'HEAD';
      if (!isBodiless && !headers.has('content-length') && !headers.has('transfer-encoding')) {
        if (length !== undefined) {
          headers.set('content-length', `${length}`);
        } else {
          headers.set('transfer-encoding', 'chunked');
          this.chunkedEncoding = true;
        }
      }
      const body = isBodiless ? null : new ReadableStream({
        start: (controller) => { this.#body = controller; },
        pull: () => this.#proceed(),
        cancel: () => { this.destroy(); },
      });
      const answered = this.answered;
      this.answered = null;
      answered(new Response(body, { status: this.statusCode, statusText: this.statusMessage ?? 'unknown', headers }));
    }

    #proceed() {
      const waiting = this.#waiting;
      this.#waiting = null;
      waiting?.();
    }

    _write(chunk, encoding, callback) {
      this.#begin(undefined);
      if (this.#body === null) {
        callback();
        return;
      }
      const bytes = typeof chunk === 'string' ? rt.use('node/buffer').Buffer.from(chunk, encoding) : chunk;
      this.#body.enqueue(new Uint8Array(bytes));
      if (this.#isWhole || this.#body.desiredSize > 0) callback();
      else this.#waiting = callback;
    }

    _final(callback) {
      this.#begin(0);
      this.#body?.close();
      this.finished = true;
      callback();
    }

    _destroy(error, callback) {
      if (!this.writableFinished) this.#body?.error(error ?? withCode(Error, 'ECONNRESET', 'aborted'));
      this.#body = null;
      this.#proceed();
      callback(error);
    }
  }

  // Servers that listen, by port.
  const servers = new Map();
  const FIRST_FREE = 49152;

  const portOf = (first) => {
    const given = typeof first === 'object' && first !== null ? first.port : first;
    const port = given === undefined || given === null || typeof given === 'function' ? 0 : Number(given);
    if (Number.isNaN(port)) return freePort();
    if (!(port >= 0 && port < 65536)) {
      throw withCode(Error, 'ERR_SOCKET_BAD_PORT', `options.port should be >= 0 and < 65536. Received ${typeof given}.`);
    }
    return port === 0 ? freePort() : port;
  };
  const freePort = () => {
    let port = FIRST_FREE;
    while (servers.has(port)) port++;
    return port;
  };

  // What makes the answers of each server.
  const responseClasses = rt.slots();

  class Server extends EventEmitter {
    httpAllowHalfOpen = false;
    timeout = 0;
    maxHeadersCount = null;
    maxRequestsPerSocket = 0;
    connectionsCheckingInterval = 30_000;
    requestTimeout = 300_000;
    headersTimeout = 60_000;
    keepAliveTimeout = 5_000;
    requireHostHeader = false;
    joinDuplicateHeaders = false;
    rejectNonStandardBodyWrites = false;
    #port = null;

    constructor(options, listener) {
      super();
      const given = typeof options === 'function' || options === undefined || options === null ? {} : options;
      if (typeof given !== 'object') throw invalidArgType('options', 'Object', options);
      const onRequest = typeof options === 'function' ? options : listener;
      if (onRequest !== undefined) this.on('request', onRequest);
      responseClasses.set(this, given.ServerResponse ?? ServerResponse);
      for (const name of ['requestTimeout', 'headersTimeout', 'keepAliveTimeout', 'requireHostHeader', 'joinDuplicateHeaders']) {
        if (given[name] !== undefined) this[name] = given[name];
      }
    }

    get listening() { return this.#port !== null; }
    get connections() { return 0; }
    get maxConnections() { return undefined; }

    listen(...args) {
      if (this.listening) throw withCode(Error, 'ERR_SERVER_ALREADY_LISTEN', 'Listen method has been called more than once without closing.');
      const port = portOf(args[0]);
      if (servers.has(port)) {
        throw Object.assign(withCode(Error, 'EADDRINUSE', `bind EADDRINUSE 127.0.0.1:${port}`), { syscall: 'bind', address: '127.0.0.1', port });
      }
      const callback = args.findLast((arg) => typeof arg === 'function');
      if (callback !== undefined) this.once('listening', callback);
      this.#port = port;
      servers.set(port, this);
      nextTick(() => this.emit('listening'));
      return this;
    }

    close(callback) {
      if (typeof callback === 'function') this.once('close', () => callback());
      if (this.#port !== null) servers.delete(this.#port);
      this.#port = null;
      nextTick(() => this.emit('close'));
      return this;
    }

    address() { return this.#port === null ? null : { port: this.#port, family: 'IPv4', address: '127.0.0.1' }; }
    getConnections(callback) { nextTick(callback, null, 0); return this; }
    closeAllConnections() {}
    closeIdleConnections() {}
    ref() { return this; }
    unref() { return this; }
    setTimeout(millis, callback) {
      this.timeout = typeof millis === 'number' ? millis : 0;
      if (typeof callback === 'function') this.on('timeout', callback);
      return this;
    }

    async [Symbol.asyncDispose]() { this.close(); }
  }

  // Gives a request to the listeners; the promise is of what they answer.
  function serve(server, request) {
    const incoming = IncomingMessage.asked(request);
    const Response = responseClasses.get(server);
    const response = new Response(incoming);
    server.emit('request', incoming, response);
    return response.answer;
  }

  function createServer(options, listener) { return new Server(options, listener); }

  // A port of a description `{ port }`, or of a server, which listens from then on.
  const described = (description) => {
    if (description === undefined || description === null) throw new Error('Server descriptor cannot be null or undefined');
    if (description instanceof Server) {
      if (!description.listening) description.listen();
      return description.address().port;
    }
    const port = typeof description === 'object' ? description.port : description;
    if (typeof port !== 'number') throw new Error('Failed to determine port for server');
    return port;
  };

  async function handleAsNodeRequest(description, request) {
    const port = described(description);
    const server = servers.get(port);
    if (server === undefined) {
      throw withCode(Error, 'ERR_INVALID_ARG_VALUE', `Http server with port ${port} not found. This is likely a bug with your code. You should check if `
        + `server.listen() was called with the same port (${port})`);
    }
    return serve(server, request);
  }

  function httpServerHandler(description) {
    const port = described(description);
    return { fetch: (request) => handleAsNodeRequest(port, request) };
  }

  const refusals = rt.use('node/refusing').refusing(
    'http', '_connectionListener httpServerPreClose setupConnectionsTracking storeHTTPOptions',
  );
  return {
    ...refusals, STATUS_CODES, Server, ServerResponse, createServer, handleAsNodeRequest, httpServerHandler,
    kConnectionsCheckingInterval: Symbol('http.server.connectionsCheckingInterval'), kServerResponse: Symbol('ServerResponse'),
  };
})
