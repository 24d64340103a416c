// Event and EventTarget. There is no tree of targets here: an event has one target, and listeners run in the order of registration.
(function (rt) {
  'use strict';
  const { Boolean, Map, String, TypeError } = rt.primordials;

  let begin, end, stopped, trust, listenersOf, initialise, retarget, setPassive;

  const illegal = () => {
    throw rt.illegalInvocation();
  };

  const flag = (init, key) => init !== undefined && init !== null && Boolean(init[key]);

  const eventSlots = rt.slots();
  class Event {
    constructor(type, init) {
      if (arguments.length === 0) throw rt.constructorError('Event', 1, 'string');
      if (init !== undefined && init !== null && typeof init !== 'object' && typeof init !== 'function') {
        throw rt.constructorError('Event', 2, 'Init');
      }
      eventSlots.set(this, {
        type: String(type), bubbles: flag(init, 'bubbles'), cancelable: flag(init, 'cancelable'), composed: flag(init, 'composed'),
        trusted: false, target: undefined, dispatching: false, stopPropagation: false, stopImmediate: false, prevented: false, inPassiveListener: false,
      });
    }

    static {
      begin = (event, target) => {
        if (!eventSlots.has(event)) throw rt.argumentError('dispatchEvent', 'EventTarget', 1, 'Event');
        const state = eventSlots.get(event);
        if (state.dispatching) throw rt.domException('InvalidStateError', 'The event is already being dispatched.');
        state.dispatching = true;
        state.target = target;
        state.prevented = false;
      };
      end = (event) => {
        const state = eventSlots.get(event);
        state.dispatching = false;
        state.stopPropagation = false;
        state.stopImmediate = false;
        return !state.prevented;
      };
      stopped = (event) => eventSlots.get(event).stopImmediate;
      trust = (event) => {
        eventSlots.get(event).trusted = true;
        return event;
      };
      setPassive = (event, passive) => {
        eventSlots.get(event).inPassiveListener = passive;
      };
      retarget = (event, target) => {
        eventSlots.get(event).target = target;
      };
    }

    get type() { return eventSlots.get(this).type; }
    get eventPhase() { return eventSlots.get(this).dispatching ? 2 : 0; }
    get composed() { return eventSlots.get(this).composed; }
    get bubbles() { return eventSlots.get(this).bubbles; }
    get cancelable() { return eventSlots.get(this).cancelable; }
    get defaultPrevented() { return eventSlots.get(this).prevented; }
    get returnValue() { return !eventSlots.get(this).prevented; }
    get currentTarget() { return eventSlots.get(this).target; }
    get target() { return eventSlots.get(this).target; }
    get srcElement() { return eventSlots.get(this).target; }
    get timeStamp() { return eventSlots.has(this) ? 0 : illegal(); }
    get isTrusted() { return eventSlots.get(this).trusted; }
    get cancelBubble() { return eventSlots.get(this).stopPropagation; }
    set cancelBubble(value) { if (value) eventSlots.get(this).stopPropagation = true; }

    stopImmediatePropagation() {
      eventSlots.get(this).stopPropagation = true;
      eventSlots.get(this).stopImmediate = true;
    }

    preventDefault() {
      if (eventSlots.get(this).cancelable && !eventSlots.get(this).inPassiveListener) eventSlots.get(this).prevented = true;
    }

    stopPropagation() {
      eventSlots.get(this).stopPropagation = true;
    }

    composedPath() {
      return eventSlots.get(this).dispatching ? [eventSlots.get(this).target] : [];
    }
  }

  // A listener record stays in the order of registration; `removed` keeps a running dispatch from calling it.
  class Listener {
    constructor(callback, once, passive) {
      this.callback = callback;
      this.once = once;
      this.passive = passive;
      this.removed = false;
      this.detach = null;
    }
  }

  const isCallback = (value) => typeof value === 'function' || (typeof value === 'object' && value !== null);

  const checkCapture = (method, options) => {
    if (options === true) throw new TypeError(`${method}(): useCapture must be false.`);
    if (typeof options === 'object' && options !== null && options.capture) {
      throw new TypeError(`${method}(): options.capture must be false.`);
    }
  };

  const remove = (map, type, callback) => {
    const list = map?.get(type);
    if (list === undefined) return;
    const index = list.findIndex((listener) => listener.callback === callback);
    if (index < 0) return;
    const listener = list[index];
    listener.removed = true;
    listener.detach?.();
    if (list.length === 1) map.delete(type);
    else map.set(type, list.toSpliced(index, 1));
  };

  const targetSlots = rt.slots();
  class EventTarget {
    constructor() {
      targetSlots.set(this, { listeners: null });
    }

    static {
      initialise = (target) => (targetSlots.get(target).listeners ??= new Map());
      listenersOf = (target) => {
        if (!targetSlots.has(target)) throw rt.illegalInvocation();
        return targetSlots.get(target).listeners;
      };
    }

    addEventListener(type, callback, options) {
      listenersOf(this);
      add(this, type, callback, options);
    }

    removeEventListener(type, callback, options) {
      const map = listenersOf(this);
      if (arguments.length < 2) throw rt.argumentError('removeEventListener', 'EventTarget', arguments.length + 1, 'string');
      checkCapture('removeEventListener', options);
      remove(map, String(type), callback);
    }

    dispatchEvent(event) {
      listenersOf(this);
      if (typeof event !== 'object' || event === null) throw rt.argumentError('dispatchEvent', 'EventTarget', 1, 'Event');
      return dispatch(this, event);
    }
  }

  const add = (target, type, callback, options) => {
    if (!isCallback(callback)) {
      if (callback === null && options === undefined) return;
      throw rt.argumentError('addEventListener', 'EventTarget', 2, 'function or HandlerObject');
    }
    if (typeof callback !== 'function' && typeof callback.handleEvent !== 'function') {
      throw rt.fieldError('handleEvent', 'HandlerObject', 'function');
    }
    checkCapture('addEventListener', options);
    const named = String(type);
    const isObject = typeof options === 'object' && options !== null;
    const signal = isObject ? options.signal : undefined;
    if (signal !== undefined) {
      if (!isAbortSignal(signal)) throw rt.fieldError('signal', 'AddEventListenerOptions', 'AbortSignal');
      if (signal.aborted) return;
    }
    const map = initialise(target);
    const list = map.get(named);
    if (list?.some((listener) => listener.callback === callback)) return;
    const listener = new Listener(callback, isObject && Boolean(options.once), isObject && Boolean(options.passive));
    map.set(named, list === undefined ? [listener] : [...list, listener]);
    if (signal !== undefined) {
      const stop = () => remove(map, named, callback);
      signal.addEventListener('abort', stop, { once: true });
      listener.detach = () => signal.removeEventListener('abort', stop);
    }
  };

  const isAbortSignal = (value) => rt.use('events/abort').isAbortSignal(value);

  const call = (callback, target, event) => {
    let result;
    try {
      result = typeof callback === 'function' ? callback.call(target, event) : callback.handleEvent(event);
    } catch (error) {
      if (!rt.compat.has('spec_compliant_dispatch_exceptions')) throw error;
      rt.use('events/global').reportUncaught(error);
    }
    if (result === true) event.preventDefault();
  };

  // A passive listener cannot prevent anything.
  const callListener = (listener, receiver, event) => {
    if (!listener.passive) {
      call(listener.callback, receiver, event);
      return;
    }
    setPassive(event, true);
    try {
      call(listener.callback, receiver, event);
    } finally {
      setPassive(event, false);
    }
  };

  // The `on<type>` property comes first, then the listeners. An exception of a listener is reported, and the dispatch goes on; before
  // the date of a flag it ended the dispatch and flowed out of it.
  const dispatch = (target, event, receiver = target) => {
    begin(event, receiver);
    try {
      const type = event.type;
      const list = listenersOf(target)?.get(type);
      const attribute = receiver[`on${type}`];
      if (typeof attribute === 'function') call(attribute, receiver, event);
      if (list !== undefined) {
        for (let i = 0; i < list.length && !stopped(event); i++) {
          const listener = list[i];
          if (listener.removed) continue;
          if (listener.once) remove(listenersOf(target), type, listener.callback);
          callListener(listener, receiver, event);
        }
      }
    } finally {
      end(event);
    }
    return !event.defaultPrevented;
  };

  const hasListener = (target, type) => {
    const map = listenersOf(target);
    return typeof target[`on${type}`] === 'function' || (map !== null && map.has(type));
  };

  const removeAll = (target) => listenersOf(target)?.clear();

  // An attribute such as `onabort`: holds functions and objects, everything else counts as null.
  const handlerAttribute = (value) => (isCallback(value) ? value : null);

  rt.expose(Event);
  rt.exposeConstants(Event, { NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3 });
  rt.expose(EventTarget);

  return { Event, EventTarget, add, dispatch, hasListener, removeAll, trust, retarget, handlerAttribute };
})
