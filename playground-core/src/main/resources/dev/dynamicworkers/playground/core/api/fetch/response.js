// Response.
(function (rt) {
  'use strict';
  const { JSONStringify, Number, ObjectDefineProperty, RangeError, RegExpPrototypeExec, TypeError } = rt.primordials;
  const { Body, token, extract, ofText, contentOf, copyContent, headersOf, peekHeaders } = rt.use('fetch/body');
  const INVALID_STATUS_TEXT = /[^\t\x20-\x7e\x80-\uffff]/;

  const isNullBodyStatus = (status) => status === 101 || status === 204 || status === 205 || status === 304;
  const isRedirectStatus = (status) => status === 301 || status === 302 || status === 303 || status === 307 || status === 308;

  // Web IDL's conversion to unsigned short, where NaN is 0.
  const toStatus = (value) => {
    const number = Number(value);
    return number === number && number !== Infinity && number !== -Infinity ? (number | 0) & 0xffff : 0;
  };

  function checkStatus(status, webSocket) {
    if (webSocket === null) {
      if (status < 200 || status > 599) {
        throw new RangeError('Responses may only be constructed with status codes in the range 200 to 599, inclusive.');
      }
    } else if (status !== 101) {
      throw new RangeError('Responses with a WebSocket must have status code 101.');
    }
  }

  function contentFor(value, status, webSocket) {
    if (value === null || value === undefined) return null;
    if (isNullBodyStatus(status)) {
      if (value === '' && webSocket === null) return null;
      throw new TypeError('Response with null body status (101, 204, 205, or 304) cannot have a body.');
    }
    if (webSocket !== null) throw new TypeError('Responses with a WebSocket cannot have a body.');
    return extract(value);
  }

  // The content type of the body counts unless the caller gave one.
  function headersFor(init, content) {
    if (init === undefined) return null;
    const { Headers, find, listOf } = rt.use('fetch/headers');
    const headers = new Headers(init);
    const type = content === null ? null : content.type;
    if (type !== null && find(listOf(headers), 'content-type') === null) headers.append('content-type', type);
    return headers;
  }

  const DEFAULTS = { __proto__: null };
  let make, inspectable, isResponse, update;

  const slots = rt.slots();
  class Response extends Body {
    constructor(body, init) {
      if (body === token) {
        super(token, init.content, init.headers, init.immutable);
        slots.set(this, {
          status: init.status, statusText: init.statusText, webSocket: null, cf: undefined, encodeBody: 'automatic', url: '',
          redirected: false, type: 'default',
        });
        return;
      }
      let given = DEFAULTS;
      if (init !== undefined && init !== null) {
        if (typeof init !== 'object' && typeof init !== 'function') {
          throw rt.constructorError('Response', 2, 'InitializerDict or Response');
        }
        given = init;
      }
      const { status: givenStatus, statusText: givenText, headers, cf, webSocket: givenSocket, encodeBody } = given;
      const status = givenStatus === undefined ? 200 : toStatus(givenStatus);
      const webSocket = givenSocket ?? null;
      if (webSocket !== null && rt.loaded('websocket/websocket')?.isWebSocket(webSocket) !== true) {
        throw rt.fieldError('webSocket', 'InitializerDict', 'WebSocket');
      }
      checkStatus(status, webSocket);
      const statusText = givenText === undefined ? '' : `${givenText}`;
      if (statusText !== '' && RegExpPrototypeExec(INVALID_STATUS_TEXT, statusText) !== null) throw new TypeError('Invalid statusText');
      if (encodeBody !== undefined && encodeBody !== 'automatic' && encodeBody !== 'manual') {
        throw new TypeError(`encodeBody: unexpected value: ${encodeBody}`);
      }
      const content = contentFor(body, status, webSocket);
      super(token, content, headersFor(headers, content), false);
      slots.set(this, {
        status, statusText, webSocket, cf: cf ?? undefined, encodeBody: encodeBody ?? 'automatic', url: '', redirected: false, type: 'default',
      });
    }

    static {
      isResponse = (value) => slots.has(value);
      make = (content, headers, immutable, status, statusText) =>
        new Response(token, { content, headers, immutable, status, statusText });
      update = (response, { url, redirected, type, webSocket, cf, encodeBody }) => {
        const state = slots.get(response);
        if (url !== undefined) state.url = url;
        if (redirected !== undefined) state.redirected = redirected;
        if (type !== undefined) state.type = type;
        if (webSocket !== undefined && webSocket !== null) state.webSocket = webSocket;
        if (cf !== undefined && cf !== null) state.cf = cf;
        if (encodeBody !== undefined) state.encodeBody = encodeBody;
        return response;
      };
      inspectable = (response) => slots.get(response);
    }

    static error() {
      return update(make(null, null, true, 0, ''), { type: 'error' });
    }

    static redirect(url, status) {
      if (arguments.length === 0) throw rt.argumentError('redirect', 'Response', 1, 'string');
      const { parse, hrefOf } = rt.use('url/url');
      const packed = parse(url, undefined);
      if (packed === null) throw new TypeError(`Unable to parse URL: ${url}`);
      const code = status === undefined ? 302 : toStatus(status);
      if (!isRedirectStatus(code)) {
        throw new RangeError(`${code} is not a redirect status code. It must be one of: 301, 302, 303, 307, or 308.`);
      }
      return make(null, ['location', hrefOf(packed)], true, code, '');
    }

    static json(data, init) {
      if (arguments.length === 0) throw rt.argumentError('json', 'Response', 1, 'Value');
      const text = JSONStringify(data);
      const content = ofText(text === undefined ? 'undefined' : text, 'application/json');
      if (init === undefined || init === null) return make(content, null, false, 200, '');
      return withContent(content, init);
    }

    get status() { return slots.get(this).status; }
    get statusText() { return slots.get(this).statusText; }
    get headers() { return headersOf(this); }
    get ok() {
      const { status } = slots.get(this);
      return status >= 200 && status <= 299;
    }
    get redirected() { return slots.get(this).redirected; }
    get url() { return slots.get(this).url; }
    get webSocket() { return slots.get(this).webSocket; }
    get cf() { return slots.get(this).cf; }
    get type() { return slots.get(this).type; }

    clone() {
      if (slots.get(this).webSocket !== null) throw new TypeError('Cannot clone a response to a WebSocket handshake.');
      const content = copyContent(contentOf(this));
      const copy = make(content, [...peekHeaders(this)], false, slots.get(this).status, slots.get(this).statusText);
      return update(copy, slots.get(this));
    }
  }

  // A Response with this init and that content, for `Response.json()`.
  function withContent(content, init) {
    const plain = new Response(null, init);
    const { status, statusText } = inspectable(plain);
    if (isNullBodyStatus(status)) {
      throw new TypeError('Response with null body status (101, 204, 205, or 304) cannot have a body.');
    }
    const { find } = rt.use('fetch/headers');
    const headers = peekHeaders(plain);
    if (find(headers, 'content-type') === null) headers.push('content-type', content.type);
    return update(make(content, headers, false, status, statusText), inspectable(plain));
  }

  rt.expose(Response);
  for (const name of ['error', 'redirect', 'json']) ObjectDefineProperty(Response, name, { enumerable: true });
  return { Response, isResponse, make, update, inspectable, isRedirectStatus };
})
