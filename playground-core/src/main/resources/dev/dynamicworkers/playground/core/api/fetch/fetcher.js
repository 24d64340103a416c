// The Fetcher that an incoming request carries: the isolate's own way out.
(function (rt) {
  'use strict';
  const { TypeError } = rt.primordials;
  const { fetchVia } = rt.use('fetch/wire');
  const send = (message, signal) => rt.io.fetch(message, signal);

  const slots = rt.slots();
  class Fetcher {
    constructor() {
      slots.set(this, true);
    }

    async fetch(input, init) {
      if (!slots.has(this)) throw rt.illegalInvocation();
      return fetchVia(send, input, init, { className: 'Fetcher' });
    }

    connect() {
      if (!slots.has(this)) throw rt.illegalInvocation();
      throw new TypeError('connect() on the fetcher of a request is not supported by the playground.');
    }
  }

  rt.expose(Fetcher);
  return { outbound: () => new Fetcher() };
})
