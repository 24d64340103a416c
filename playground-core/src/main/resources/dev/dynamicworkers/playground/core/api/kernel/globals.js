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
