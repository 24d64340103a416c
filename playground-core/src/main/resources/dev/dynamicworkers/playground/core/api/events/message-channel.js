// MessageChannel and MessagePort within one isolate: messages are cloned when posted and delivered in a later turn of the microtask queue.
(function (rt) {
  'use strict';
  const { Array, Promise } = rt.primordials;
  const { EventTarget, Event, dispatch, trust, handlerAttribute } = rt.use('events/target');
  const resolved = Promise.resolve();
  const secret = {};
  let entangle;

  class MessagePort extends EventTarget {
    #peer = null;
    #queue = [];
    #started = false;
    #closed = false;
    #onmessage = null;
    #onmessageerror = null;

    constructor(key) {
      if (key !== secret) throw rt.illegalConstructor();
      super();
    }

    static {
      entangle = (a, b) => {
        a.#peer = b;
        b.#peer = a;
      };
    }

    get onmessage() { return this.#onmessage; }
    set onmessage(value) {
      this.#onmessage = handlerAttribute(value);
      this.start();
    }

    get onmessageerror() { return this.#onmessageerror; }
    set onmessageerror(value) { this.#onmessageerror = handlerAttribute(value); }

    postMessage(message, options) {
      const transfer = Array.isArray(options) ? options : options?.transfer;
      if (transfer !== undefined && transfer !== null && transfer.length > 0) {
        throw rt.domException('DataCloneError', 'Transfer list is not supported.');
      }
      const copy = rt.use('rpc/structured-clone').structuredClone(message);
      const peer = this.#peer;
      if (peer !== null && !peer.#closed) peer.#receive(copy);
    }

    start() {
      if (this.#started || this.#closed) return;
      this.#started = true;
      for (const message of this.#queue.splice(0)) this.#deliver(message);
    }

    close() {
      if (this.#closed) return;
      this.#closed = true;
      const peer = this.#peer;
      if (peer !== null && !peer.#closed) {
        resolved.then(() => {
          peer.#closed = true;
          dispatch(peer, trust(new Event('close')));
        });
      }
    }

    #receive(message) {
      if (this.#started) this.#deliver(message);
      else this.#queue.push(message);
    }

    #deliver(data) {
      resolved.then(() => {
        if (this.#closed) return;
        const { MessageEvent } = rt.use('events/kinds');
        try {
          dispatch(this, trust(new MessageEvent('message', { data })));
        } catch (error) {
          rt.use('events/global').reportUncaught(error);
        }
      });
    }
  }

  class MessageChannel {
    #port1 = new MessagePort(secret);
    #port2 = new MessagePort(secret);

    constructor() {
      entangle(this.#port1, this.#port2);
    }

    get port1() { return this.#port1; }
    get port2() { return this.#port2; }
  }

  rt.expose(MessagePort);
  rt.expose(MessageChannel);

  return { MessageChannel, MessagePort };
})
