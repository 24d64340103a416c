// The class of stubs of entrypoints: requests and events go to an entrypoint of another worker.
(function (rt) {
  'use strict';
  const { Promise, Symbol, TypeError, ObjectDefineProperty } = rt.primordials;

  function Fetcher() {
    throw rt.illegalConstructor();
  }
  ObjectDefineProperty(Fetcher.prototype, 'fetch', { value: fetch, writable: true, enumerable: true, configurable: true });
  ObjectDefineProperty(Fetcher.prototype, 'connect', { value: connect, writable: true, enumerable: true, configurable: true });
  ObjectDefineProperty(Fetcher.prototype, Symbol.toStringTag, { value: 'Fetcher', configurable: true });

  // Handlers other than fetch, where the caller's flag shows them; without it these are names like any other.
  rt.compat.settled(() => {
    if (!rt.compat.has('service_binding_extra_handlers')) return;
    const extra = {
      queue(...args) {
        return rt.use('io/queue').send(rt.use('rpc/stub').rootOf(this), args);
      },
      scheduled(...args) {
        return rt.use('io/scheduled').send(rt.use('rpc/stub').rootOf(this), args);
      },
    };
    for (const name of ['queue', 'scheduled']) {
      ObjectDefineProperty(Fetcher.prototype, name, { value: extra[name], writable: true, enumerable: true, configurable: true });
    }
  });

  function fetch(input, init) {
    const root = rt.use('rpc/stub').rootOf(this);
    const { fetchThrough } = rt.use('io/outbound');
    if (arguments.length === 0) return Promise.reject(rt.argumentError('fetch', 'Fetcher', 1, 'Request or string'));
    return rt.use('fetch/wire').fetchVia(
      (message, signal) => {
        const handle = root.check();
        return fetchThrough(handle, message, signal);
      },
      input,
      init,
      { className: 'Fetcher', followTo: 'same' },
    );
  }

  function connect(address) {
    rt.use('rpc/stub').rootOf(this);
    throw new TypeError('connect() is not supported by the playground: sockets are not available here.');
  }

  return { Fetcher };
})
