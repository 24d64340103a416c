// Events of a worker in service-worker syntax: ExtendableEvent, FetchEvent, ScheduledEvent, TailEvent (also named TraceEvent).
(function (rt) {
  'use strict';
  const { Number, Promise } = rt.primordials;
  const { Event, trust } = rt.use('events/target');

  const secret = {};

  class ExtendableEvent extends Event {
    constructor(type, init) {
      if (new.target === ExtendableEvent) throw rt.illegalConstructor();
      super(type, init);
    }

    waitUntil(promise) {
      if (!this.isTrusted) {
        throw rt.domException('InvalidStateError', 'waitUntil() can only be called on trusted event.');
      }
      rt.io.waitUntil(Promise.resolve(promise));
    }
  }

  let responseOf;

  class FetchEvent extends ExtendableEvent {
    #request;
    #response = null;
    #passThrough = null;

    constructor(key, request, passThrough) {
      if (key !== secret) throw rt.illegalConstructor();
      super('fetch', { cancelable: true });
      this.#request = request;
      this.#passThrough = passThrough;
    }

    static {
      responseOf = (event) => event.#response;
    }

    get request() { return this.#request; }

    respondWith(response) {
      if (this.#response !== null) {
        throw rt.domException('InvalidStateError', 'FetchEvent.respondWith() has already been called; it can only be called once.');
      }
      if (this.eventPhase === 0) {
        throw rt.domException('InvalidStateError',
          "Too late to call FetchEvent.respondWith(). It must be called synchronously in the event handler.");
      }
      this.#response = Promise.resolve(response);
      this.stopImmediatePropagation();
    }

    passThroughOnException() {
      this.#passThrough?.();
    }
  }

  class ScheduledEvent extends ExtendableEvent {
    #scheduledTime;
    #cron;
    #noRetry;

    constructor(key, scheduledTime, cron, noRetry) {
      if (key !== secret) throw rt.illegalConstructor();
      super('scheduled');
      this.#scheduledTime = Number(scheduledTime);
      this.#cron = cron;
      this.#noRetry = noRetry;
    }

    get scheduledTime() { return this.#scheduledTime; }
    get cron() { return this.#cron; }

    noRetry() {
      this.#noRetry?.();
    }
  }

  class TailEvent extends ExtendableEvent {
    #events;

    constructor(key, events) {
      if (key !== secret) throw rt.illegalConstructor();
      super('tail');
      this.#events = events;
    }

    get events() { return this.#events; }
    get traces() { return this.#events; }
  }

  rt.expose(ExtendableEvent);
  rt.expose(FetchEvent);
  rt.expose(ScheduledEvent);
  rt.expose(TailEvent);

  return {
    ExtendableEvent,
    FetchEvent,
    ScheduledEvent,
    TailEvent,
    TraceEvent: TailEvent,
    newFetchEvent: (request, passThrough) => trust(new FetchEvent(secret, request, passThrough)),
    newScheduledEvent: (time, cron, noRetry) => trust(new ScheduledEvent(secret, time, cron, noRetry)),
    newTailEvent: (events) => trust(new TailEvent(secret, events)),
    responseOf,
  };
})
