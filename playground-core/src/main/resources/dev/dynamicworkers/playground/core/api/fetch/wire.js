// Requests and responses as plain messages that cross isolates, and the client side of every fetch:
//   request  = { method, url, headers: [name, value, ...], body, redirect, cf, integrity, keepalive, cache, signal }
//   response = { status, statusText, headers: [...], body, url, redirected, webSocket, cf, encodeBody }
//   body     = null | string | Uint8Array | ReadableStream
(function (rt) {
  'use strict';
  const { ArrayBuffer, Promise, TypeError, PromisePrototypeThen } = rt.primordials;
  const { isView } = ArrayBuffer;
  const { ofText, ofBytes, ofStream, contentOf, isUsed, peekHeaders } = rt.use('fetch/body');
  const { find, listOf, setIn, wireList } = rt.use('fetch/headers');

  // Text that a status line carries where the sender gave none.
  const REASONS = {
    __proto__: null, 100: 'Continue', 101: 'Switching Protocols', 102: 'Processing', 103: 'Early Hints', 200: 'OK', 201: 'Created',
    202: 'Accepted', 203: 'Non-Authoritative Information', 204: 'No Content', 205: 'Reset Content', 206: 'Partial Content',
    207: 'Multi-Status', 208: 'Already Reported', 226: 'IM Used', 300: 'Multiple Choices', 301: 'Moved Permanently', 302: 'Found',
    303: 'See Other', 304: 'Not Modified', 305: 'Use Proxy', 307: 'Temporary Redirect', 308: 'Permanent Redirect', 400: 'Bad Request',
    401: 'Unauthorized', 402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 406: 'Not Acceptable',
    407: 'Proxy Authentication Required', 408: 'Request Timeout', 409: 'Conflict', 410: 'Gone', 411: 'Length Required',
    412: 'Precondition Failed', 413: 'Payload Too Large', 414: 'URI Too Long', 415: 'Unsupported Media Type',
    416: 'Range Not Satisfiable', 417: 'Expectation Failed', 418: "I'm a teapot", 421: 'Misdirected Request',
    422: 'Unprocessable Entity', 423: 'Locked', 424: 'Failed Dependency', 425: 'Too Early', 426: 'Upgrade Required',
    428: 'Precondition Required', 429: 'Too Many Requests', 431: 'Request Header Fields Too Large',
    451: 'Unavailable For Legal Reasons', 500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway',
    503: 'Service Unavailable', 504: 'Gateway Timeout', 505: 'HTTP Version Not Supported', 506: 'Variant Also Negotiates',
    507: 'Insufficient Storage', 508: 'Loop Detected', 510: 'Not Extended', 511: 'Network Authentication Required',
  };

  const LOCKED = 'The ReadableStream has been locked to a reader.';

  // The body of a message, taken out of its owner. `lockedText` is what the sender hears about a body that is gone.
  function takeOut(owner, lockedText = LOCKED) {
    const content = contentOf(owner);
    if (content === null) return null;
    rt.io.check(content.owner, 'ReadableStreamSource>');
    if (isUsed(content)) throw new TypeError(lockedText);
    if (content.stream !== null) {
      if (rt.use('streams/readable').isLocked(content.stream)) throw new TypeError(lockedText);
      const host = rt.use('streams/host');
      const body = host.takeWhole(content.stream) ?? host.detach(content.stream);
      content.used = true;
      return body;
    }
    content.used = true;
    return content.text ?? content.bytes;
  }

  function contentFrom(body) {
    if (body === null || body === undefined) return null;
    if (typeof body === 'string') return ofText(body, null);
    return isView(body) ? ofBytes(body, null) : ofStream(body);
  }

  function fromRequest(request, options) {
    const traits = rt.use('fetch/request').traitsOf(request);
    return {
      method: traits.method,
      url: traits.url,
      headers: wireList(peekHeaders(request)),
      body: takeOut(request, options?.lockedText),
      redirect: traits.redirect,
      cf: traits.cf,
      signal: traits.signal,
      integrity: traits.integrity,
      keepalive: traits.keepalive,
      cache: traits.cache,
    };
  }

  const outboundFetcher = () => rt.use('fetch/fetcher').outbound();

  function toRequest(message, options) {
    const { Traits, make } = rt.use('fetch/request');
    const traits = new Traits(message.url);
    traits.method = message.method;
    traits.redirect = message.redirect ?? 'manual';
    traits.cf = message.cf;
    traits.integrity = message.integrity ?? '';
    traits.keepalive = message.keepalive ?? false;
    traits.cache = message.cache;
    traits.signal = options?.signal ?? null;
    traits.fetcher = options?.fetcher ?? outboundFetcher;
    return make(traits, contentFrom(message.body), message.headers, options?.immutableHeaders === true);
  }

  function fromResponse(response, options) {
    const traits = rt.use('fetch/response').inspectable(response);
    return {
      status: traits.status,
      statusText: traits.statusText,
      headers: wireList(peekHeaders(response)),
      body: takeOut(response, options?.lockedText),
      url: traits.url,
      redirected: traits.redirected,
      webSocket: traits.webSocket,
      cf: traits.cf,
      encodeBody: traits.encodeBody,
    };
  }

  function toResponse(message, options) {
    const { make, update } = rt.use('fetch/response');
    const statusText = message.statusText || (options?.plainStatusText ? '' : (REASONS[message.status] ?? ''));
    const response = make(contentFrom(message.body), message.headers, options?.immutableHeaders === true, message.status, statusText);
    return update(response, {
      url: options?.url ?? message.url,
      redirected: options?.redirected ?? message.redirected,
      webSocket: message.webSocket,
      cf: message.cf,
      encodeBody: message.encodeBody,
    });
  }

  // ---- the client side of fetch ----

  function requestMessage(input, init) {
    const url = rt.use('url/url');
    const simple = init === undefined || init === null;
    const text = simple && typeof input === 'string' ? input : null;
    let message;
    let packed;
    if (text !== null) {
      packed = url.parse(text, undefined);
      if (packed === null) throw new TypeError(`Invalid URL: ${text}`);
      message = {
        method: 'GET', url: '', headers: [], body: null, redirect: 'follow', cf: undefined, signal: null, integrity: '', keepalive: false,
        cache: undefined,
      };
    } else {
      const { Request, isRequest, traitsOf } = rt.use('fetch/request');
      const request = simple && isRequest(input) ? input : new Request(input, init ?? undefined);
      packed = url.parse(traitsOf(request).url, undefined);
      checkScheme(packed);
      const lockedText = request === input ? 'Cannot reconstruct a Request with a used body.' : undefined;
      message = fromRequest(request, { lockedText });
    }
    checkScheme(packed);
    message.packed = packed;
    message.url = url.wireUrl(packed);
    addLength(message);
    return message;
  }

  function checkScheme(packed) {
    const { protocolOf, hrefOf } = rt.use('url/url');
    const protocol = protocolOf(packed);
    if (protocol !== 'http:' && protocol !== 'https:' && protocol !== 'data:') {
      throw new TypeError(`Fetch API cannot load: ${hrefOf(packed)}`);
    }
  }

  // The receiver of a body learns its length, or that the sender does not know it.
  function addLength(message) {
    const { body, headers } = message;
    if (body === null) return;
    if (typeof body === 'string') setIn(headers, 'content-length', `${rt.use('encoding/utf8').length(body)}`);
    else if (isView(body)) setIn(headers, 'content-length', `${body.length}`);
    else {
      const length = rt.use('streams/host').knownLength(body);
      if (length === null) setIn(headers, 'transfer-encoding', 'chunked');
      else setIn(headers, 'content-length', `${length}`);
    }
    if (headers.length > 2) message.headers = wireList(headers);
  }

  const MAX_REDIRECTS = 20;

  // Sends what `fetch(input, init)` asks for through `send(message, signal)` and follows redirects through it as well.
  async function fetchVia(send, input, init, options) {
    if (input === undefined) {
      throw rt.argumentError('fetch', options?.className ?? 'ServiceWorkerGlobalScope', 1, 'Request or string');
    }
    let message = requestMessage(input, init);
    const signal = message.signal;
    if (signal !== null && signal.aborted) throw signal.reason;
    if (rt.use('url/url').protocolOf(message.packed) === 'data:') return rt.use('fetch/data-url').respond(message);
    const follow = message.redirect !== 'manual';
    message.redirect = 'manual';
    const visited = [message.url];
    for (;;) {
      const answer = await abortable(send(message, signal), signal);
      const location = follow && isRedirect(answer.status) ? find(answer.headers, 'location') : null;
      if (location === null) {
        const response = toResponse(decoded(answer), { immutableHeaders: true, url: message.url, redirected: visited.length > 1 });
        return abortableBody(response, signal);
      }
      discard(answer.body);
      message = redirected(message, answer.status, location);
      visited.push(message.url);
      if (visited.length > MAX_REDIRECTS + 1) throw new TypeError(`Too many redirects.${visited.join(', ')}`);
    }
  }

  // A body that its sender compressed by hand is read decompressed; everything else was never compressed on the way.
  function decoded(answer) {
    if (answer.encodeBody !== 'manual' || answer.body === null) return answer;
    const encoding = find(answer.headers, 'content-encoding');
    if (encoding !== 'gzip' && encoding !== 'deflate') return answer;
    const { DecompressionStream } = rt.use('streams/compression');
    const { body } = answer;
    const isStream = typeof body === 'object' && !isView(body);
    const stream = isStream ? body : rt.use('streams/host').fromBytes(body);
    return { ...answer, encodeBody: undefined, body: stream.pipeThrough(new DecompressionStream(encoding)) };
  }

  const isRedirect = (status) => status === 301 || status === 302 || status === 303 || status === 307 || status === 308;

  function discard(body) {
    if (body !== null && typeof body === 'object' && !isView(body)) rt.use('streams/host').discard(body);
  }

  const BODY_HEADERS = ['content-encoding', 'content-language', 'content-length', 'content-location', 'content-type', 'transfer-encoding'];

  // Fetch standard, "HTTP-redirect fetch".
  function redirected(message, status, location) {
    const url = rt.use('url/url');
    const packed = url.parse(location, message.url);
    if (packed === null) throw new TypeError('Invalid Location header; unable to follow redirect.');
    checkScheme(packed);
    const next = { ...message, packed, url: url.wireUrl(packed) };
    const { method } = message;
    if (status === 303 ? method !== 'GET' && method !== 'HEAD' : method === 'POST' && status <= 302) {
      next.method = 'GET';
      next.body = null;
      next.headers = without(message.headers, BODY_HEADERS);
    } else if (message.body !== null && typeof message.body === 'object' && !isView(message.body)) {
      throw new TypeError(
        'A request with a one-time-use body (it was initialized from a stream, not a buffer) encountered a redirect requiring the body ' +
          'to be retransmitted. To avoid this error in the future, construct this request from a buffer-like body initializer.',
      );
    }
    if (rt.compat.date >= '2025-09-01' && url.originOf(packed) !== url.originOf(message.packed)) {
      next.headers = without(next.headers, ['authorization']);
    }
    return next;
  }

  function without(list, names) {
    const kept = [];
    for (let i = 0; i < list.length; i += 2) if (!names.includes(list[i])) kept.push(list[i], list[i + 1]);
    return kept;
  }

  // The promise, or the signal's reason if that comes first.
  function abortable(promise, signal) {
    if (signal === null) return promise;
    return new Promise((resolve, reject) => {
      const detach = rt.use('events/abort').onTrigger(signal, reject);
      PromisePrototypeThen(promise, (value) => (detach(), resolve(value)), (error) => (detach(), reject(error)));
    });
  }

  // A response body that is still on its way ends with the signal's reason.
  function abortableBody(response, signal) {
    if (signal === null) return response;
    const stream = contentOf(response)?.stream ?? null;
    if (stream !== null) rt.use('streams/host').endWith(stream, signal);
    return response;
  }

  // The entries of a Headers object as a message carries them.
  const headerList = (headers) => wireList(listOf(headers));

  return { fromRequest, toRequest, fromResponse, toResponse, fetchVia, headerList };
})
