// Which global names come from which runtime source. A source is loaded when one of its names is first touched.
(function (rt) {
  'use strict';
  const SOURCES = {
    __proto__: null,
    'fetch/headers': 'Headers',
    'fetch/request': 'Request',
    'fetch/response': 'Response',
    'fetch/fetch': 'fetch',
    'console/console': 'console',
    'events/domexception': 'DOMException',
    'events/target': 'Event EventTarget',
    'events/abort': 'AbortController AbortSignal',
    'events/kinds': 'CustomEvent MessageEvent ErrorEvent CloseEvent PromiseRejectionEvent',
    'events/extendable': 'ExtendableEvent FetchEvent ScheduledEvent TailEvent TraceEvent',
    'events/global': 'addEventListener removeEventListener dispatchEvent reportError',
    'events/message-channel': 'MessageChannel MessagePort',
    'timers/timers': 'setTimeout setInterval clearTimeout clearInterval queueMicrotask',
    'timers/scheduler': 'scheduler',
    'performance/performance': 'performance',
    'performance/navigator': 'navigator Navigator',
    'crypto/crypto': 'crypto Crypto',
    'crypto/subtle': 'SubtleCrypto',
    'crypto/key': 'CryptoKey',
    'cache/cache': 'caches Cache CacheStorage',
    'websocket/websocket': 'WebSocket WebSocketPair WebSocketRequestResponsePair',
    'websocket/event-source': 'EventSource',
    'htmlrewriter/rewriter': 'HTMLRewriter',
  };
  for (const source in SOURCES) {
    for (const name of SOURCES[source].split(' ')) rt.defineLazyGlobal(name, source, name);
  }
  rt.defineLazyGlobal('structuredClone', 'rpc/structured-clone', 'structuredClone');
  rt.defineLazyGlobal('DisposableStack', 'kernel/disposable', 'DisposableStack');
  rt.defineLazyGlobal('AsyncDisposableStack', 'kernel/disposable', 'AsyncDisposableStack');
  rt.defineLazyGlobal('SuppressedError', 'kernel/disposable', 'SuppressedError');
  rt.global.self = rt.global;
  rt.primordials.ObjectDefineProperty(rt.global, 'self', { enumerable: false });
  rt.primordials.ObjectDefineProperty(rt.global, 'origin', { value: 'null', writable: true, configurable: true });
  rt.defineLazyGlobal('Cloudflare', 'kernel/worker', 'Cloudflare');
  return {};
})
