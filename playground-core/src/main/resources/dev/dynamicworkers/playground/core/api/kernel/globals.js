// Which global names come from which runtime source. A source is loaded when one of its names is first touched.
(function (rt) {
  'use strict';
  const { ObjectDefineProperty, Symbol } = rt.primordials;
  const SOURCES = {
    __proto__: null,
    'cache/cache': 'caches Cache CacheStorage',
    'console/console': 'console',
    'crypto/crypto': 'Crypto crypto',
    'crypto/key': 'CryptoKey',
    'crypto/subtle': 'SubtleCrypto',
    'encoding/base64': 'atob btoa',
    'encoding/streams': 'TextEncoderStream TextDecoderStream',
    'encoding/text': 'TextEncoder TextDecoder',
    'events/abort': 'AbortController AbortSignal',
    'events/domexception': 'DOMException',
    'events/extendable': 'ExtendableEvent FetchEvent ScheduledEvent TailEvent TraceEvent',
    'events/global': 'addEventListener removeEventListener dispatchEvent reportError',
    'events/kinds': 'CustomEvent MessageEvent ErrorEvent CloseEvent PromiseRejectionEvent',
    'events/message-channel': 'MessageChannel MessagePort',
    'events/target': 'Event EventTarget',
    'fetch/blob': 'Blob File',
    'fetch/body': 'Body',
    'fetch/fetch': 'fetch',
    'fetch/form-data': 'FormData',
    'fetch/headers': 'Headers',
    'fetch/request': 'Request',
    'fetch/response': 'Response',
    'htmlrewriter/rewriter': 'HTMLRewriter',
    'performance/navigator': 'Navigator navigator',
    'performance/performance': 'performance',
    'rpc/structured-clone': 'structuredClone',
    'streams/byob': 'ReadableStreamBYOBReader ReadableStreamBYOBRequest',
    'streams/bytes': 'ReadableByteStreamController',
    'streams/compression': 'CompressionStream DecompressionStream',
    'streams/identity': 'IdentityTransformStream FixedLengthStream',
    'streams/readable': 'ReadableStream ReadableStreamDefaultReader ReadableStreamDefaultController',
    'streams/strategies': 'ByteLengthQueuingStrategy CountQueuingStrategy',
    'streams/transform': 'TransformStream TransformStreamDefaultController',
    'streams/writable': 'WritableStream WritableStreamDefaultWriter WritableStreamDefaultController',
    'timers/scheduler': 'scheduler',
    'timers/timers': 'setTimeout setInterval clearTimeout clearInterval queueMicrotask',
    'url/pattern': 'URLPattern',
    'url/search-params': 'URLSearchParams',
    'url/url': 'URL',
    'websocket/event-source': 'EventSource',
    'websocket/websocket': 'WebSocket WebSocketPair WebSocketRequestResponsePair',
    'kernel/disposable': 'DisposableStack AsyncDisposableStack SuppressedError',
    'kernel/scope': 'ServiceWorkerGlobalScope WorkerGlobalScope',
    'kernel/wasm': 'WebAssembly',
    'kernel/worker': 'Cloudflare',
  };
  for (const source in SOURCES) {
    for (const name of SOURCES[source].split(' ')) rt.defineLazyGlobal(name, source, name);
  }
  // What the global object is, to those who ask.
  ObjectDefineProperty(rt.global, 'constructor', {
    __proto__: null,
    get: () => rt.use('kernel/scope').ServiceWorkerGlobalScope,
    set: (value) => ObjectDefineProperty(rt.global, 'constructor', { value, writable: true, enumerable: false, configurable: true }),
    enumerable: false,
    configurable: true,
  });
  ObjectDefineProperty(rt.global, Symbol.toStringTag, { __proto__: null, value: 'ServiceWorkerGlobalScope', configurable: true });
  const plain = (name, value) => ObjectDefineProperty(rt.global, name, { value, writable: true, enumerable: false, configurable: true });
  plain('self', rt.global);
  plain('origin', 'null');
  return {};
})
