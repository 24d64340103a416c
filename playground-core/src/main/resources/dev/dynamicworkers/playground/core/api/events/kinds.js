// The event classes that carry data: CustomEvent, MessageEvent, ErrorEvent, CloseEvent, PromiseRejectionEvent.
(function (rt) {
  'use strict';
  const { Boolean, Number, String } = rt.primordials;
  const { Event } = rt.use('events/target');

  const dictionary = (Class, init) => {
    if (init === undefined || init === null) return {};
    if (typeof init !== 'object' && typeof init !== 'function') throw rt.constructorError(Class, 2, `${Class}Init`);
    return init;
  };

  const customSlots = rt.slots();
  class CustomEvent extends Event {
    constructor(type, init) {
      if (arguments.length === 0) throw rt.constructorError('CustomEvent', 1, 'string');
      super(type, init);
      customSlots.set(this, { detail: dictionary('CustomEvent', init).detail });
    }

    get detail() { return customSlots.get(this).detail; }
  }

  const messageSlots = rt.slots();
  class MessageEvent extends Event {
    constructor(type, init) {
      if (arguments.length === 0) throw rt.constructorError('MessageEvent', 1, 'string');
      super(type, init);
      const { data = null, origin = '', lastEventId = '', source = null, ports = [] } = dictionary('MessageEvent', init);
      messageSlots.set(this, { data, origin: origin === null ? null : String(origin), lastEventId: String(lastEventId), source, ports: [...ports] });
    }

    get data() { return messageSlots.get(this).data; }
    get origin() { return messageSlots.get(this).origin; }
    get lastEventId() { return messageSlots.get(this).lastEventId; }
    get source() { return messageSlots.get(this).source; }
    get ports() { return messageSlots.get(this).ports; }
  }

  const errorSlots = rt.slots();
  class ErrorEvent extends Event {
    constructor(type, init) {
      if (arguments.length === 0) throw rt.constructorError('ErrorEvent', 1, 'string');
      super(type, init);
      const { message = '', filename = '', lineno = 0, colno = 0, error } = dictionary('ErrorEvent', init);
      errorSlots.set(this, { message: String(message), filename: String(filename), lineno: Number(lineno) >>> 0, colno: Number(colno) >>> 0, error });
    }

    get filename() { return errorSlots.get(this).filename; }
    get message() { return errorSlots.get(this).message; }
    get lineno() { return errorSlots.get(this).lineno; }
    get colno() { return errorSlots.get(this).colno; }
    get error() { return errorSlots.get(this).error; }
  }

  const closeSlots = rt.slots();
  class CloseEvent extends Event {
    constructor(type, init) {
      if (arguments.length === 0) throw rt.constructorError('CloseEvent', 1, 'string');
      super(type, init);
      const { code = 0, reason = '', wasClean = false } = dictionary('CloseEvent', init);
      closeSlots.set(this, { code: Number(code) & 0xffff, reason: String(reason), wasClean: Boolean(wasClean) });
    }

    get code() { return closeSlots.get(this).code; }
    get reason() { return closeSlots.get(this).reason; }
    get wasClean() { return closeSlots.get(this).wasClean; }
  }

  const rejectionSlots = rt.slots();
  class PromiseRejectionEvent extends Event {
    constructor(key, type, promise, reason) {
      if (key !== rt) throw rt.illegalConstructor();
      super(type, { cancelable: true });
      rejectionSlots.set(this, { promise, reason });
    }

    get promise() { return rejectionSlots.get(this).promise; }
    get reason() { return rejectionSlots.get(this).reason; }
  }

  rt.expose(CustomEvent);
  rt.expose(MessageEvent);
  rt.expose(ErrorEvent);
  rt.expose(CloseEvent);
  rt.expose(PromiseRejectionEvent);

  const newRejectionEvent = (type, promise, reason) => new PromiseRejectionEvent(rt, type, promise, reason);
  return { CustomEvent, MessageEvent, ErrorEvent, CloseEvent, PromiseRejectionEvent, newRejectionEvent };
})
