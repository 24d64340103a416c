// The module `cloudflare:sockets`: refused, by name.
(function (rt) {
  'use strict';
  function connect() {
    throw new rt.primordials.TypeError('connect() of cloudflare:sockets is not supported by the playground: it has no TCP sockets.');
  }
  return { connect, internalNewHttpClient: connect };
})
