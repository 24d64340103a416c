// WebSocket and WebSocketPair over pipes of the host. An end is a handle of the host; messages are asked for one at a time, so a socket that
// listens is pending work of its invocation.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Error, Number, Object, Promise, String, Symbol, TypeError } = rt.primordials;
  const { Event, EventTarget, dispatch, trust, handlerAttribute } = rt.use('events/target');
  const kinds = () => rt.use('events/kinds');
  const makePair = rt.host('websocket.pair');
  const acceptEnd = rt.host('websocket.accept');
  const sendText = rt.host('websocket.sendText');
  const sendBytes = rt.host('websocket.sendBytes');
  const bufferedBytes = rt.host('websocket.buffered');
  const sendClose = rt.host('websocket.close');
  const receive = rt.host('websocket.receive');
  const abandon = rt.host('websocket.abandon');

  const MOST_ATTACHED = 16384;
  const CONNECTING = 0;
  const OPEN = 1;
  const CLOSING = 2;
  const CLOSED = 3;
  const NOT_ACCEPTED = 'You must call one of accept() or state.acceptWebSocket() on this WebSocket before sending messages.';
  const secret = {};
  let adopt, release, link, isWebSocket, isRequestResponsePair, hibernatable;

  const checkClose = (code, reason) => {
    if (code === undefined) {
      if (reason !== undefined) {
        throw rt.domException('InvalidAccessError', 'If you specify a WebSocket close reason, you must also specify a code.');
      }
      return;
    }
    if (!(code >= 1000 && code < 5000) || code === 1004 || code === 1005 || code === 1006 || code === 1015) {
      throw rt.domException('InvalidAccessError', `Invalid WebSocket close code: ${code}.`);
    }
  };

  const checkReason = (reason) => {
    if (reason === undefined || !rt.compat.has('websocket_close_reason_byte_limit')) return;
    if (rt.use('encoding/utf8').length(reason) <= 123) return;
    throw rt.domException('SyntaxError', 'WebSocket close reason must not be longer than 123 bytes when UTF-8 encoded.');
  };

  // What a WebSocket is behind its public face.
  class Socket {
    end = 0;
    state = CONNECTING;
    accepted = false;
    released = false;
    owner = null;
    url = null;
    protocol = '';
    extensions = '';
    binaryType = rt.compat.has('websocket_standard_binary_type') ? 'blob' : 'arraybuffer';
    attachment = null;
    sentClose = false;
    gotClose = false;
    handlers = { __proto__: null, open: null, message: null, close: null, error: null };
    finish = null;
    peer = null;
    whenClosed = null;
    hibernating = false;

    constructor(shell) {
      this.shell = shell;
    }

    async connect(target, protocols) {
      let socket;
      try {
        const answer = await rt.use('websocket/client').open(target, protocols);
        socket = answer.socket;
        if (this.sentClose) {
          abandon(release(socket));
          return;
        }
        this.protocol = answer.protocol;
        this.extensions = answer.extensions;
      } catch (error) {
        this.fail(error?.message ?? String(error), error);
        return;
      }
      this.end = release(socket);
      this.state = OPEN;
      this.begin();
      this.emit(new Event('open'));
    }

    fail(message, error = undefined) {
      this.state = CLOSED;
      const { ErrorEvent, CloseEvent } = kinds();
      this.emit(new ErrorEvent('error', { message, error }));
      this.emit(new CloseEvent('close', { code: 1006, reason: 'Failed to establish websocket connection', wasClean: false }));
    }

    // From here on messages are delivered.
    begin() {
      this.take();
      this.pump();
    }

    take() {
      this.accepted = true;
      this.belongTo(rt.io.require());
      acceptEnd(this.end);
    }

    hibernate() {
      if (this.accepted) throw new Error('Cannot call `acceptWebSocket()` if the WebSocket was already accepted via `accept()`');
      if (this.peer !== null && (this.peer.accepted || this.peer.released)) {
        throw new Error(
          'Cannot call `acceptWebSocket()` on this WebSocket because its pair has already been accepted or used in a Response.',
        );
      }
      this.take();
      this.hibernating = true;
    }

    // The invocation lets go of the end when it is over, so that the peer learns of it.
    belongTo(invocation) {
      if (this.finish !== null || invocation === null) return;
      // One of a Durable Object belongs to the object, not to the event that made it.
      this.owner = invocation?.scope ?? invocation;
      this.finish = () => abandon(this.end);
      (this.owner.onEnd ??= []).push(this.finish);
    }

    leave() {
      const { onEnd } = this.owner ?? {};
      const at = onEnd?.indexOf(this.finish) ?? -1;
      if (at >= 0) onEnd.splice(at, 1);
    }

    // The other end leaves the isolate: the invocation lives on until this one is closed.
    keepInvocation() {
      if (this.state === CLOSED) return;
      if ((this.owner?.scope ?? null) === null) rt.io.waitUntil(new Promise((resolve) => { this.whenClosed = resolve; }));
    }

    finishUp() {
      this.state = CLOSED;
      this.whenClosed?.();
      this.leave();
      this.finish();
    }

    async pump() {
      for (;;) {
        const [kind, content, reason] = await rt.io.op((id) => receive(this.end, id));
        if (kind === 'text' || kind === 'bytes') {
          this.emit(new (kinds().MessageEvent)('message', { data: kind === 'text' ? content : this.binary(content) }));
        } else if (kind === 'close') {
          this.closed(content, reason);
          return;
        } else {
          this.lost(content);
          return;
        }
      }
    }

    binary(bytes) {
      if (this.binaryType !== 'blob') return bytes.buffer;
      return new rt.global.Blob([bytes]);
    }

    closed(code, reason) {
      this.gotClose = true;
      if (this.sentClose) this.finishUp();
      else this.state = CLOSING;
      const answersItself = this.url !== null || rt.compat.has('web_socket_auto_reply_to_close');
      this.emit(new (kinds().CloseEvent)('close', { code, reason, wasClean: true }));
      if (answersItself) this.reply(code, reason);
    }

    reply(code, reason) {
      if (this.sentClose) return;
      this.sentClose = true;
      sendClose(this.end, code, reason);
      this.finishUp();
    }

    lost(message) {
      this.sentClose = true;
      this.finishUp();
      this.emit(new (kinds().CloseEvent)('close', { code: 1006, reason: message, wasClean: false }));
    }

    emit(event) {
      try {
        dispatch(this.shell, trust(event));
      } catch (error) {
        rt.use('events/global').reportUncaught(error);
      }
    }
  }

  const slots = rt.slots();
  class WebSocket extends EventTarget {
    constructor(url, protocols) {
      super();
      const socket = new Socket(this);
      slots.set(this, socket);
      if (url === secret) {
        socket.end = protocols;
        socket.state = OPEN;
        socket.belongTo(rt.io.current());
        return;
      }
      if (arguments.length === 0) throw rt.constructorError('WebSocket', 1, 'string');
      const client = rt.use('websocket/client');
      const { target, list } = client.parse(url, protocols);
      client.demandOutbound(target);
      socket.url = target.href;
      socket.connect(target, list);
    }

    static {
      adopt = (end) => new WebSocket(secret, end);
      link = (first, second) => {
        slots.get(first).peer = slots.get(second);
        slots.get(second).peer = slots.get(first);
      };
      isWebSocket = (value) => slots.has(value);
      // What `ctx.acceptWebSocket()` does with one: its messages become events of the object.
      hibernatable = {
        accept: (shell) => slots.get(shell).hibernate(),
        isAccepted: (shell) => slots.get(shell).hibernating,
        isOtherwiseAccepted: (shell) => slots.get(shell).accepted && !slots.get(shell).hibernating,
        handle: (shell) => slots.get(shell).end,
        message: (shell, bytes) => slots.get(shell).binary(bytes),
        closing: (shell) => {
          const socket = slots.get(shell);
          socket.gotClose = true;
          if (socket.sentClose) socket.finishUp();
          else socket.state = CLOSING;
        },
        closed: (shell, code, reason) => {
          if (rt.compat.has('web_socket_auto_reply_to_close')) slots.get(shell).reply(code, reason);
        },
        lost: (shell) => {
          const socket = slots.get(shell);
          socket.sentClose = true;
          socket.finishUp();
        },
      };
      // Gives the end away, to the other side of a response; the socket is of no more use here.
      release = (shell) => {
        const socket = slots.get(shell);
        if (socket.accepted) throw new TypeError("Can't return WebSocket in a Response after calling accept().");
        if (socket.released) throw new TypeError("Can't return WebSocket that was already used in a response.");
        socket.released = true;
        socket.leave();
        socket.peer?.keepInvocation();
        return socket.end;
      };
    }

    get readyState() { return slots.get(this).state; }
    get url() { return slots.get(this).url; }
    get protocol() { return slots.get(this).protocol; }
    get extensions() { return slots.get(this).extensions; }
    get binaryType() { return slots.get(this).binaryType; }
    set binaryType(value) {
      if (value === 'blob' || value === 'arraybuffer') slots.get(this).binaryType = value;
    }
    // What was sent and not yet taken.
    get bufferedAmount() { return slots.get(this).end === 0 ? 0 : bufferedBytes(slots.get(this).end); }
    get onopen() { return slots.get(this).handlers.open; }
    set onopen(value) { slots.get(this).handlers.open = handlerAttribute(value); }
    get onmessage() { return slots.get(this).handlers.message; }
    set onmessage(value) { slots.get(this).handlers.message = handlerAttribute(value); }
    get onclose() { return slots.get(this).handlers.close; }
    set onclose(value) { slots.get(this).handlers.close = handlerAttribute(value); }
    get onerror() { return slots.get(this).handlers.error; }
    set onerror(value) { slots.get(this).handlers.error = handlerAttribute(value); }

    accept() {
      const socket = slots.get(this);
      if (socket.released) throw new TypeError("Can't accept() WebSocket that was already used in a response.");
      if (socket.hibernating) throw new TypeError("Can't accept() WebSocket after enabling hibernation.");
      if (socket.url !== null) throw new TypeError("Can't accept() a WebSocket that was made by its constructor; it accepts by itself.");
      if (socket.accepted) return;
      socket.begin();
    }

    send(message) {
      const socket = slots.get(this);
      if (arguments.length === 0) throw rt.argumentError('send', 'WebSocket', 1, 'ArrayBuffer or ArrayBufferView or string');
      rt.io.check(socket.owner, 'WebSocket');
      if (socket.state === CONNECTING) {
        throw rt.domException('InvalidStateError', 'Cannot call send() while the WebSocket is still connecting.');
      }
      if (socket.released) throw new TypeError("Can't call WebSocket send() after it was used in a response.");
      if (!socket.accepted) throw new TypeError(NOT_ACCEPTED);
      if (socket.sentClose || socket.state === CLOSED) {
        if (socket.url !== null && !socket.sentClose) return;
        throw new TypeError("Can't call WebSocket send() after close().");
      }
      if (ArrayBuffer.isView(message) || message instanceof ArrayBuffer) sendBytes(socket.end, message);
      else sendText(socket.end, `${message}`.toWellFormed());
    }

    close(codeValue, reasonValue) {
      const socket = slots.get(this);
      rt.io.check(socket.owner, 'WebSocket');
      const code = codeValue === undefined ? undefined : Number(codeValue) | 0;
      const reason = reasonValue === undefined ? undefined : String(reasonValue);
      checkClose(code, reason);
      checkReason(reason);
      if (socket.state === CONNECTING) {
        socket.sentClose = true;
        socket.fail('WebSocket was closed before the connection was established.');
        return;
      }
      if (socket.released) throw new TypeError("Can't call WebSocket close() after it was used in a response.");
      if (!socket.accepted) throw new TypeError(NOT_ACCEPTED);
      if (socket.sentClose || socket.state === CLOSED) return;
      socket.sentClose = true;
      sendClose(socket.end, code ?? 1005, reason ?? '');
      if (socket.gotClose) socket.finishUp();
      else socket.state = CLOSING;
    }

    serializeAttachment(value) {
      const socket = slots.get(this);
      if (arguments.length === 0) throw rt.argumentError('serializeAttachment', 'WebSocket', 1, 'Value');
      const copy = rt.use('rpc/structured-clone').structuredClone(value);
      const size = rt.use('rpc/v8-size').sizeOf(copy);
      if (size > MOST_ATTACHED) {
        throw new Error(`A WebSocket 'attachment' cannot be larger than ${MOST_ATTACHED} bytes.'attachment' was ${size} bytes.`);
      }
      socket.attachment = { value: copy };
    }

    deserializeAttachment() {
      const socket = slots.get(this);
      return socket.attachment === null ? null : rt.use('rpc/structured-clone').structuredClone(socket.attachment.value);
    }
  }

  const STATES = { CONNECTING, OPEN, CLOSING, CLOSED };
  rt.exposeConstants(WebSocket, STATES);
  for (const name of Object.keys(STATES)) rt.exposeConstants(WebSocket, { [`READY_STATE_${name}`]: STATES[name] });

  class WebSocketPair {
    constructor() {
      const [first, second] = makePair();
      this[0] = adopt(first);
      this[1] = adopt(second);
      link(this[0], this[1]);
    }

    *[Symbol.iterator]() {
      yield this[0];
      yield this[1];
    }
  }

  const pairSlots = rt.slots();
  class WebSocketRequestResponsePair {
    constructor(request, response) {
      if (arguments.length < 2) throw rt.constructorError('WebSocketRequestResponsePair', arguments.length + 1, 'string');
      pairSlots.set(this, { request: String(request), response: String(response) });
    }

    get request() { return pairSlots.get(this).request; }
    get response() { return pairSlots.get(this).response; }

    static {
      isRequestResponsePair = (value) => pairSlots.has(value);
    }
  }

  rt.expose(WebSocket);
  rt.expose(WebSocketPair);
  rt.expose(WebSocketRequestResponsePair);

  // `adopt(handle)` makes a WebSocket of an end, `release(socket)` takes the end out of one that a response carries away.
  return { WebSocket, WebSocketPair, WebSocketRequestResponsePair, adopt, release, isWebSocket, isRequestResponsePair, hibernatable };
})
