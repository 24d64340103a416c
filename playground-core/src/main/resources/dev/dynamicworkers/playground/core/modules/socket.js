// Socket: one TCP connection with a byte stream in each direction, over handles of the host that come once it is open.
(function (rt) {
  'use strict';
  const { Promise, PromisePrototypeThen, String, TypeError } = rt.primordials;
  const pull = rt.host('stream.pull');
  const send = rt.host('stream.write');
  const closeConnection = rt.host('io.closeConnection');
  const startTls = rt.host('io.startTls');
  const TOKEN = {};

  const ignore = () => {};
  const silence = (promise) => {
    PromisePrototypeThen(promise, undefined, ignore);
    return promise;
  };

  function bytesOf(chunk) {
    const { Uint8Array, ArrayBuffer } = rt.primordials;
    if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk);
    if (typeof chunk === 'string') return rt.use('encoding/utf8').encode(chunk);
    throw new TypeError('This TransformStream is being used as a byte stream, but received an object of non-ArrayBuffer/ArrayBufferView type on '
      + 'its writable side.');
  }

  class Socket {
    #opening;
    #settings;
    #owner = rt.io.require();
    #readable;
    #writable;
    #sending;
    #opened;
    #closed;
    #end;
    #fail;
    #over = false;
    #upgraded = false;
    #failed = false;

    constructor(token, opening, settings) {
      if (token !== TOKEN) throw rt.illegalConstructor();
      this.#opening = opening;
      this.#settings = settings;
      this.#opened = silence(PromisePrototypeThen(opening, ({ local, remote }) => ({ remoteAddress: remote, localAddress: local })));
      this.#closed = silence(new Promise((resolve, reject) => {
        this.#end = resolve;
        this.#fail = reject;
      }));
      PromisePrototypeThen(opening, undefined, (error) => this.#break(error));
      this.#readable = rt.use('streams/host').fromPull(() => this.#receive(), () => this.close(), { owner: this.#owner });
      const writable = rt.use('streams/writable');
      this.#sending = writable.create(
        Promise.resolve(), (chunk) => this.#operate('write', bytesOf(chunk)), () => this.#operate('close', null), () => this.#operate('abort', null),
      );
      this.#writable = writable.wrap(this.#sending);
    }

    get readable() { return this.#readable; }
    get writable() { return this.#writable; }
    get closed() { return this.#closed; }
    get opened() { return this.#opened; }
    get upgraded() { return this.#upgraded; }
    get secureTransport() { return this.#settings.secureTransport; }

    // Sends what was written before, then ends both directions.
    async close() {
      if (this.#failed) return this.#closed;
      if (!this.#over) {
        this.#over = true;
        const { control } = await this.#opening;
        if (this.#sending.state === 'writable') await PromisePrototypeThen(this.#sending.close(), undefined, ignore);
        closeConnection(control);
        this.#end();
      }
      return this.#closed;
    }

    startTls(options) {
      const { secureTransport } = this.#settings;
      if (secureTransport === 'on') throw new TypeError('Cannot startTls on a TLS socket.');
      if (secureTransport !== 'starttls') {
        throw new TypeError("The `secureTransport` socket option must be set to 'starttls' for startTls to be used.");
      }
      if (this.#over || this.#failed) throw new TypeError('The connection was closed before startTls could be started.');
      const host = options?.expectedServerHostname === undefined ? this.#settings.host : String(options.expectedServerHostname);
      this.#upgraded = true;
      this.#over = true;
      const secured = PromisePrototypeThen(this.#opening, ({ control }) => rt.io.op((op) => startTls(op, control, host)));
      this.#end();
      return new Socket(TOKEN, secured, { ...this.#settings, secureTransport: 'on' });
    }

    async #receive() {
      const { input, control } = await this.#opening;
      if (this.#over) return null;
      let chunk;
      try {
        chunk = await rt.io.op((op) => pull(op, input, false), true);
      } catch (error) {
        if (this.#over) return null;
        this.#break(error);
        throw error;
      }
      if (chunk === null || chunk === undefined) this.#otherSideEnded(control);
      return chunk;
    }

    #otherSideEnded(control) {
      if (this.#settings.allowHalfOpen || this.#over) return;
      this.#over = true;
      const close = () => {
        closeConnection(control);
        this.#end();
      };
      if (this.#sending.state !== 'writable') close();
      else PromisePrototypeThen(this.#sending.close(), close, close);
    }

    async #operate(operation, bytes) {
      const { output } = await this.#opening;
      try {
        await rt.io.op((op) => send(op, output, operation, bytes));
      } catch (error) {
        this.#break(error);
        throw error;
      }
    }

    #break(error) {
      this.#failed = true;
      this.#fail(error);
    }
  }
  rt.expose(Socket);

  return { Socket, make: (opening, settings) => new Socket(TOKEN, opening, settings) };
})
