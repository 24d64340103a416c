// The global structuredClone(): a copy within this isolate.
(function (rt) {
  'use strict';
  const { TypeError } = rt.primordials;

  function structuredClone(value, options) {
    if (arguments.length === 0) {
      throw new TypeError("Failed to execute 'structuredClone' on 'ServiceWorkerGlobalScope': parameter 1 is not of type 'Value'.");
    }
    return rt.use('rpc/clone').cloneLocal(value, options?.transfer);
  }
  return { structuredClone };
})
