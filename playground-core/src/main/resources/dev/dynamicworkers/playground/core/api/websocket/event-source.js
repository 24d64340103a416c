// EventSource: a stream of server-sent events, from a URL or from a stream that is there already.
(function (rt) {
  'use strict';
  const { Number, String } = rt.primordials;
  const { Event, EventTarget, dispatch, trust, handlerAttribute } = rt.use('events/target');
  const CONNECTING = 0;
  const OPEN = 1;
  const CLOSED = 2;
  const secret = {};

  // The fields of one event, line by line; `emit` gets the finished ones.
  class EventParser {
    #buffer = '';
    #data = '';
    #type = '';
    #first = true;
    lastEventId = '';

    constructor(emit, retry) {
      this.emit = emit;
      this.retry = retry;
    }

    push(text) {
      this.#buffer += text;
      if (this.#first && this.#buffer.length > 0) {
        this.#first = false;
        if (this.#buffer.charCodeAt(0) === 0xfeff) this.#buffer = this.#buffer.slice(1);
      }
      const pattern = /\r\n|\n|\r(?!$)/g;
      let start = 0;
      for (let match = pattern.exec(this.#buffer); match !== null; match = pattern.exec(this.#buffer)) {
        this.#line(this.#buffer.slice(start, match.index));
        start = pattern.lastIndex;
      }
      this.#buffer = this.#buffer.slice(start);
    }

    #line(line) {
      if (line === '') {
        this.#dispatch();
        return;
      }
      const colon = line.indexOf(':');
      if (colon === 0) return;
      const field = colon < 0 ? line : line.slice(0, colon);
      let value = colon < 0 ? '' : line.slice(colon + 1);
      if (value.startsWith(' ')) value = value.slice(1);
      if (field === 'event') this.#type = value;
      else if (field === 'data') this.#data += `${value}\n`;
      else if (field === 'id') this.lastEventId = value;
      else if (field === 'retry' && /^\d+$/.test(value)) this.retry(Number(value));
    }

    #dispatch() {
      const data = this.#data;
      const type = this.#type || 'message';
      this.#data = '';
      this.#type = '';
      if (data !== '' && data !== '\n') this.emit(type, data.slice(0, -1), this.lastEventId);
    }
  }

  class EventSource extends EventTarget {
    #url = '';
    #state = CONNECTING;
    #fetcher = null;
    #withCredentials = false;
    #retryMillis = 2000;
    #lastEventId = '';
    #abort = null;
    #timer = 0;
    #handlers = { __proto__: null, open: null, message: null, error: null };

    constructor(url, init) {
      super();
      if (url === secret) return;
      if (arguments.length === 0) throw rt.constructorError('EventSource', 1, 'string');
      let target;
      try {
        target = new rt.global.URL(String(url));
      } catch {
        throw rt.domException('SyntaxError', `Cannot open an EventSource to '${url}'. The URL is invalid.`);
      }
      if (init?.withCredentials) {
        throw rt.domException('NotSupportedError', 'The init.withCredentials option is not supported. It must be false or undefined.');
      }
      rt.io.require();
      this.#url = target.href;
      this.#fetcher = init?.fetcher ?? null;
      this.#connect();
    }

    static from(stream) {
      if (!(stream instanceof rt.global.ReadableStream)) throw rt.argumentError('from', 'EventSource', 1, 'JsReadableStream');
      const source = new EventSource(secret);
      source.#state = OPEN;
      source.#read(stream, false);
      return source;
    }

    get url() { return this.#url; }
    get withCredentials() { return this.#withCredentials; }
    get readyState() { return this.#state; }
    get onopen() { return this.#handlers.open; }
    set onopen(value) { this.#handlers.open = handlerAttribute(value); }
    get onmessage() { return this.#handlers.message; }
    set onmessage(value) { this.#handlers.message = handlerAttribute(value); }
    get onerror() { return this.#handlers.error; }
    set onerror(value) { this.#handlers.error = handlerAttribute(value); }

    close() {
      this.#state = CLOSED;
      this.#abort?.abort();
      if (this.#timer !== 0) rt.io.clearTimer(this.#timer);
    }

    async #connect() {
      const { AbortController } = rt.use('events/abort');
      this.#abort = new AbortController();
      const headers = { accept: 'text/event-stream', 'cache-control': 'no-cache' };
      if (this.#lastEventId !== '') headers['last-event-id'] = this.#lastEventId;
      const init = { headers, signal: this.#abort.signal };
      let response;
      try {
        response = await (this.#fetcher === null ? rt.use('fetch/fetch').fetch(this.#url, init) : this.#fetcher.fetch(this.#url, init));
      } catch (error) {
        this.#retry(error);
        return;
      }
      if (this.#state === CLOSED) return;
      if (response.status !== 200 || !/^text\/event-stream(\s*;|$)/i.test(response.headers.get('content-type') ?? '')) {
        this.#failed(rt.domException('InvalidStateError', response.status === 200
          ? 'The server did not reply with the content type text/event-stream.'
          : `The server replied with the status ${response.status}, which ends the EventSource.`));
        return;
      }
      this.#state = OPEN;
      this.#emit(new Event('open'));
      this.#read(response.body, true);
    }

    async #read(stream, reconnects) {
      const parser = new EventParser((type, data, lastEventId) => {
        this.#lastEventId = lastEventId;
        const { MessageEvent } = rt.use('events/kinds');
        this.#emit(new MessageEvent(type, { data, lastEventId, origin: this.#url === '' ? null : new rt.global.URL(this.#url).origin }));
      }, (millis) => { this.#retryMillis = millis; });
      const decoder = new rt.global.TextDecoder('utf-8', { ignoreBOM: true });
      const reader = stream.getReader();
      try {
        for (;;) {
          const { done, value } = await reader.read();
          if (this.#state === CLOSED) {
            await reader.cancel();
            return;
          }
          if (done) break;
          parser.push(decoder.decode(value, { stream: true }));
        }
      } catch (error) {
        if (reconnects) this.#retry(error);
        else this.#failed(error);
        return;
      }
      if (reconnects) this.#retry(undefined);
      else this.#failed(undefined);
    }

    // The connection was lost: once more after a pause.
    #retry(error) {
      if (this.#state === CLOSED) return;
      this.#state = CONNECTING;
      this.#emitError(error);
      if (this.#state === CLOSED) return;
      this.#timer = rt.io.timer(this.#retryMillis, () => {
        this.#timer = 0;
        this.#connect();
      });
    }

    #failed(error) {
      if (this.#state === CLOSED) return;
      this.#state = CLOSED;
      this.#emitError(error);
    }

    #emitError(error) {
      const { ErrorEvent } = rt.use('events/kinds');
      this.#emit(new ErrorEvent('error', { error, message: error === undefined ? '' : String(error?.message ?? error) }));
    }

    #emit(event) {
      try {
        dispatch(this, trust(event));
      } catch (error) {
        rt.use('events/global').reportUncaught(error);
      }
    }
  }

  rt.expose(EventSource);
  rt.exposeConstants(EventSource, { CONNECTING, OPEN, CLOSED });

  return { EventSource };
})
