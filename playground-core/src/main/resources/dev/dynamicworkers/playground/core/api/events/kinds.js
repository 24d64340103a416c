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

  class CustomEvent extends Event {
    #detail;

    constructor(type, init) {
      if (arguments.length === 0) throw rt.constructorError('CustomEvent', 1, 'string');
      super(type, init);
      this.#detail = dictionary('CustomEvent', init).detail;
    }

    get detail() { return this.#detail; }
  }

  class MessageEvent extends Event {
    #data;
    #origin;
    #lastEventId;
    #source;
    #ports;

    constructor(type, init) {
      if (arguments.length === 0) throw rt.constructorError('MessageEvent', 1, 'string');
      super(type, init);
      const { data = null, origin = '', lastEventId = '', source = null, ports = [] } = dictionary('MessageEvent', init);
      this.#data = data;
      this.#origin = origin === null ? null : String(origin);
      this.#lastEventId = String(lastEventId);
      this.#source = source;
      this.#ports = [...ports];
    }

    get data() { return this.#data; }
    get origin() { return this.#origin; }
    get lastEventId() { return this.#lastEventId; }
    get source() { return this.#source; }
    get ports() { return this.#ports; }
  }

  class ErrorEvent extends Event {
    #message;
    #filename;
    #lineno;
    #colno;
    #error;

    constructor(type, init) {
      if (arguments.length === 0) throw rt.constructorError('ErrorEvent', 1, 'string');
      super(type, init);
      const { message = '', filename = '', lineno = 0, colno = 0, error } = dictionary('ErrorEvent', init);
      this.#message = String(message);
      this.#filename = String(filename);
      this.#lineno = Number(lineno) >>> 0;
      this.#colno = Number(colno) >>> 0;
      this.#error = error;
    }

    get filename() { return this.#filename; }
    get message() { return this.#message; }
    get lineno() { return this.#lineno; }
    get colno() { return this.#colno; }
    get error() { return this.#error; }
  }

  class CloseEvent extends Event {
    #code;
    #reason;
    #wasClean;

    constructor(type, init) {
      if (arguments.length === 0) throw rt.constructorError('CloseEvent', 1, 'string');
      super(type, init);
      const { code = 0, reason = '', wasClean = false } = dictionary('CloseEvent', init);
      this.#code = Number(code) & 0xffff;
      this.#reason = String(reason);
      this.#wasClean = Boolean(wasClean);
    }

    get code() { return this.#code; }
    get reason() { return this.#reason; }
    get wasClean() { return this.#wasClean; }
  }

  class PromiseRejectionEvent extends Event {
    #promise;
    #reason;

    constructor(type, init) {
      if (arguments.length < 2) throw rt.constructorError('PromiseRejectionEvent', arguments.length + 1, arguments.length === 0 ? 'string' : 'PromiseRejectionEventInit');
      super(type, init);
      const { promise, reason } = dictionary('PromiseRejectionEvent', init);
      if (promise === undefined) throw rt.fieldError('promise', 'PromiseRejectionEventInit', 'Promise');
      this.#promise = promise;
      this.#reason = reason;
    }

    get promise() { return this.#promise; }
    get reason() { return this.#reason; }
  }

  rt.expose(CustomEvent);
  rt.expose(MessageEvent);
  rt.expose(ErrorEvent);
  rt.expose(CloseEvent);
  rt.expose(PromiseRejectionEvent);

  return { CustomEvent, MessageEvent, ErrorEvent, CloseEvent, PromiseRejectionEvent };
})
