// MessageChannel and MessagePort within one isolate: messages are cloned when posted and delivered in a later turn of the microtask queue.
(function (rt) {
  'use strict';
  const { Array, Promise } = rt.primordials;
  const { EventTarget, Event, dispatch, trust, handlerAttribute } = rt.use('events/target');
  const resolved = Promise.resolve();
  const secret = {};
  let entangle;

  const portSlots = rt.slots();
  class MessagePort extends EventTarget {
    constructor(key) {
      if (key !== secret) throw rt.illegalConstructor();
      super();
      portSlots.set(this, { peer: null, queue: [], started: false, closed: false, onmessage: null, onmessageerror: null });
    }

    static {
      entangle = (a, b) => {
        portSlots.get(a).peer = b;
        portSlots.get(b).peer = a;
      };
    }

    get onmessage() { return portSlots.get(this).onmessage; }
    set onmessage(value) {
      portSlots.get(this).onmessage = handlerAttribute(value);
      this.start();
    }

    get onmessageerror() { return portSlots.get(this).onmessageerror; }
    set onmessageerror(value) { portSlots.get(this).onmessageerror = handlerAttribute(value); }

    postMessage(message, options) {
      const transfer = Array.isArray(options) ? options : options?.transfer;
      if (transfer !== undefined && transfer !== null && transfer.length > 0) {
        throw rt.domException('DataCloneError', 'Transfer list is not supported.');
      }
      const copy = rt.use('rpc/structured-clone').structuredClone(message);
      const peer = portSlots.get(this).peer;
      if (peer !== null && !portSlots.get(peer).closed) receive(peer, copy);
    }

    start() {
      if (portSlots.get(this).started || portSlots.get(this).closed) return;
      portSlots.get(this).started = true;
      for (const message of portSlots.get(this).queue.splice(0)) deliver(this, message);
    }

    close() {
      if (portSlots.get(this).closed) return;
      portSlots.get(this).closed = true;
      const peer = portSlots.get(this).peer;
      if (peer !== null && !portSlots.get(peer).closed) {
        resolved.then(() => {
          portSlots.get(peer).closed = true;
          dispatch(peer, trust(new Event('close')));
        });
      }
    }
  }

  function receive(self, message) {
    if (portSlots.get(self).started) deliver(self, message);
    else portSlots.get(self).queue.push(message);
  }

  function deliver(self, data) {
    resolved.then(() => {
      if (portSlots.get(self).closed) return;
      const { MessageEvent } = rt.use('events/kinds');
      try {
        dispatch(self, trust(new MessageEvent('message', { data })));
      } catch (error) {
        rt.use('events/global').reportUncaught(error);
      }
    });
  }

  const channelSlots = rt.slots();
  class MessageChannel {
    constructor() {
      channelSlots.set(this, { port1: new MessagePort(secret), port2: new MessagePort(secret) });
      entangle(channelSlots.get(this).port1, channelSlots.get(this).port2);
    }

    get port1() { return channelSlots.get(this).port1; }
    get port2() { return channelSlots.get(this).port2; }
  }

  rt.expose(MessagePort);
  rt.expose(MessageChannel);

  return { MessageChannel, MessagePort };
})
