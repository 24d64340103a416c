// The global fetch.
(function (rt) {
  'use strict';
  const { fetchVia } = rt.use('fetch/wire');
  const send = (message, signal) => rt.io.fetch(message, signal);

  // An ordinary function whose errors are rejections; called at module top level it rejects as well.
  const { fetch } = {
    async fetch(input, init) {
      rt.io.require();
      return fetchVia(send, input, init, { followTo: 'outbound' });
    },
  };

  return { fetch };
})
