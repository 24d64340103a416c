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
      if (arguments.length === 0) throw rt.argumentError('waitUntil', 'ExtendableEvent', 1, 'Promise');
      if (!this.isTrusted) {
        throw rt.domException('InvalidStateError', 'waitUntil() can only be called on trusted event.');
      }
      rt.io.waitUntil(Promise.resolve(promise));
    }
  }

  // A response, or a promise of one.
  const isAnswer = (value) => value instanceof rt.use('fetch/response').Response || typeof value?.then === 'function';

  let responseOf;

  const fetchSlots = rt.slots();
  class FetchEvent extends ExtendableEvent {
    constructor(key, request, passThrough) {
      if (key !== secret) throw rt.illegalConstructor();
      super('fetch');
      fetchSlots.set(this, { request, response: null, passThrough: null });
      fetchSlots.get(this).passThrough = passThrough;
    }

    static {
      responseOf = (event) => fetchSlots.get(event).response;
    }

    get request() { return fetchSlots.get(this).request; }

    respondWith(response) {
      if (!isAnswer(response)) throw rt.argumentError('respondWith', 'FetchEvent', 1, 'Promise');
      if (fetchSlots.get(this).response !== null) {
        throw rt.domException('InvalidStateError', 'FetchEvent.respondWith() has already been called; it can only be called once.');
      }
      if (this.eventPhase === 0) {
        throw rt.domException('InvalidStateError',
          "Too late to call FetchEvent.respondWith(). It must be called synchronously in the event handler.");
      }
      fetchSlots.get(this).response = Promise.resolve(response);
      this.stopImmediatePropagation();
    }

    passThroughOnException() {
      fetchSlots.get(this).passThrough?.();
    }
  }

  const scheduleSlots = rt.slots();
  class ScheduledEvent extends ExtendableEvent {
    constructor(key, scheduledTime, cron, noRetry) {
      if (key !== secret) throw rt.illegalConstructor();
      super('scheduled');
      scheduleSlots.set(this, { scheduledTime: Number(scheduledTime), cron, noRetry });
    }

    get scheduledTime() { return scheduleSlots.get(this).scheduledTime; }
    get cron() { return scheduleSlots.get(this).cron; }

    noRetry() {
      scheduleSlots.get(this).noRetry?.();
    }
  }

  const tailSlots = rt.slots();
  class TailEvent extends ExtendableEvent {
    constructor(key, events) {
      if (key !== secret) throw rt.illegalConstructor();
      super('tail');
      tailSlots.set(this, events);
    }

    get events() { return tailSlots.get(this); }
    get traces() { return tailSlots.get(this); }
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
