// Web sockets that a Durable Object accepted with `ctx.acceptWebSocket()`: each message is an event of its own, handled by a method
// of the object's class. The object stays in memory meanwhile.
(function (rt) {
  'use strict';
  const { Date, Error, Map, Promise, PromisePrototypeThen, ReflectApply, String, ArrayIsArray } = rt.primordials;
  const { check } = rt.use('binding/durable-object-state');
  const { unsigned, MOST_UINT32 } = rt.use('kernel/unsigned');
  const { hibernatable, isWebSocket, isRequestResponsePair, WebSocketRequestResponsePair } = rt.use('websocket/websocket');
  const { length } = rt.use('encoding/utf8');
  const hostAccept = rt.host('durableObject.acceptSocket');
  const hostDrop = rt.host('durableObject.dropSocket');
  const hostAnswer = rt.host('durableObject.answerSockets');
  const hostLimit = rt.host('durableObject.limitSocketEvents');
  const hostAnsweredAt = rt.host('durableObject.socketAnsweredAt');

  const CLASS = 'DurableObjectState';
  const MOST_SOCKETS = 32768;
  const MOST_TAGS = 10;
  const LONGEST_TAG = 256;
  const LONGEST_ANSWER = 2048;
  const LONGEST_EVENT = 604800000;

  // entries: each { socket, tags, number }, oldest first.
  function stateOf(object) {
    return (object.sockets ??= { entries: new Map(), answer: null, limit: null });
  }

  function socketArgument(args, method) {
    if (!isWebSocket(args[0])) throw rt.argumentError(method, CLASS, 1, 'WebSocket');
    return args[0];
  }

  function tagsFrom(value) {
    if (value === undefined) return [];
    if (!ArrayIsArray(value)) throw rt.argumentError('acceptWebSocket', CLASS, 2, 'Array');
    const tags = [];
    for (let i = 0; i < value.length; i++) {
      const tag = String(value[i]);
      if (!tags.includes(tag)) tags[tags.length] = tag;
    }
    if (tags.length > MOST_TAGS) throw new Error(`a Hibernatable WebSocket cannot have more than ${MOST_TAGS} tags`);
    for (let i = 0; i < tags.length; i++) {
      if (length(tags[i]) > LONGEST_TAG) throw new Error(`"${tags[i]}" is longer than the max tag length (${LONGEST_TAG} characters).`);
    }
    return tags;
  }

  function accept(object, args) {
    const actor = check(object);
    const socket = socketArgument(args, 'acceptWebSocket');
    const tags = tagsFrom(args[1]);
    const { entries } = stateOf(object);
    if (entries.size >= MOST_SOCKETS) {
      throw new Error(`only ${MOST_SOCKETS} websockets can be accepted on a single Durable Object instance`);
    }
    hibernatable.accept(socket);
    const number = hibernatable.handle(socket);
    entries.set(number, { socket, tags, number });
    hostAccept(actor, number);
  }

  // All of them newest first; those of a tag oldest first, as the reference runtime lists them.
  function list(object, args) {
    check(object);
    const found = [];
    for (const entry of stateOf(object).entries.values()) {
      if (args[0] === undefined) found.unshift(entry.socket);
      else if (entry.tags.includes(String(args[0]))) found[found.length] = entry.socket;
    }
    return found;
  }

  function tagsOf(object, args) {
    check(object);
    const socket = socketArgument(args, 'getTags');
    if (hibernatable.isOtherwiseAccepted(socket)) throw new Error('only hibernatable websockets can have tags.');
    if (!hibernatable.isAccepted(socket)) {
      throw new Error("you must call 'acceptWebSocket()' before attempting to access the tags of a WebSocket.");
    }
    return [...(stateOf(object).entries.get(hibernatable.handle(socket))?.tags ?? [])];
  }

  // ---- answers that need no event ----

  function answerAutomatically(object, args) {
    const actor = check(object);
    const state = stateOf(object);
    if (args[0] === undefined || args[0] === null) {
      state.answer = null;
      hostAnswer(actor, null, null);
      return;
    }
    if (!isRequestResponsePair(args[0])) throw rt.argumentError('setWebSocketAutoResponse', CLASS, 1, 'WebSocketRequestResponsePair');
    const { request, response } = args[0];
    checkAnswer('Request', 'request', request);
    checkAnswer('Response', 'response', response);
    state.answer = { request, response };
    hostAnswer(actor, request, response);
  }

  function checkAnswer(name, word, text) {
    const size = length(text);
    if (size > LONGEST_ANSWER) {
      throw new rt.primordials.RangeError(`${name} cannot be larger than ${LONGEST_ANSWER} bytes. A ${word} of size ${size} was provided.`);
    }
  }

  function automatic(object) {
    check(object);
    const { answer } = stateOf(object);
    return answer === null ? null : new WebSocketRequestResponsePair(answer.request, answer.response);
  }

  function answeredAt(object, args) {
    const actor = check(object);
    const socket = socketArgument(args, 'getWebSocketAutoResponseTimestamp');
    const millis = hibernatable.isAccepted(socket) ? hostAnsweredAt(actor, hibernatable.handle(socket)) : null;
    return millis === null ? null : new Date(millis);
  }

  // ---- how long an event may take ----

  function limitEvents(object, args) {
    const actor = check(object);
    const millis = args[0] === undefined || args[0] === null ? 0 : unsigned(args[0], MOST_UINT32);
    if (millis > LONGEST_EVENT) throw new Error(`Event timeout should not exceed ${LONGEST_EVENT} ms.`);
    stateOf(object).limit = millis === 0 ? null : millis;
    hostLimit(actor, millis);
  }

  function eventLimit(object) {
    check(object);
    return stateOf(object).limit;
  }

  // ---- events ----

  // Runs the object's method; the promise is settled when the event is over.
  function deliver(invocation, object, number, kind, content, reason) {
    const state = stateOf(object);
    const entry = state.entries.get(number);
    if (entry === undefined) return Promise.resolve();
    const { socket } = entry;
    if (kind === 'text') return call(object, 'webSocketMessage', [socket, content]);
    if (kind === 'bytes') return call(object, 'webSocketMessage', [socket, hibernatable.message(socket, content)]);
    let result;
    if (kind === 'close') {
      hibernatable.closing(socket);
      result = call(object, 'webSocketClose', [socket, content, reason, true]);
    } else {
      hibernatable.lost(socket);
      result = call(object, 'webSocketError', [socket, new Error(content)]);
    }
    const over = () => {
      state.entries.delete(number);
      hostDrop(object.actor, number);
      if (kind === 'close') hibernatable.closed(socket, content, reason);
    };
    return PromisePrototypeThen(result, over, (error) => {
      over();
      throw error;
    });
  }

  // An object without the method does not hear of it.
  function call(object, name, args) {
    try {
      const method = object.instance[name];
      return Promise.resolve(typeof method === 'function' ? ReflectApply(method, object.instance, args) : undefined);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  return { accept, list, tagsOf, answerAutomatically, automatic, answeredAt, limitEvents, eventLimit, deliver };
})
