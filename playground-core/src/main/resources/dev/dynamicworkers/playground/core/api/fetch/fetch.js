// The global fetch.
(function (rt) {
  'use strict';
  const { fetchVia } = rt.use('fetch/wire');
  const send = (message, signal) => rt.io.fetch(message, signal);

  const start = async (input, init) => {
    rt.io.require();
    return fetchVia(send, input, init, { followTo: 'outbound' });
  };

  // An ordinary function whose errors are rejections; called at module top level it rejects as well.
  const { fetch } = {
    fetch(input, init) {
      return start(input, init);
    },
  };

  return { fetch };
})
