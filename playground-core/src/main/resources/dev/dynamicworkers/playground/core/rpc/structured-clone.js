// The global structuredClone(): a copy within this isolate.
(function (rt) {
  'use strict';
  const { ArrayBuffer, TypeError } = rt.primordials;

  function structuredClone(value, options) {
    if (arguments.length === 0) {
      throw new TypeError("Failed to execute 'structuredClone' on 'ServiceWorkerGlobalScope': parameter 1 is not of type 'Value'.");
    }
    const transfer = options?.transfer;
    if (transfer === undefined || transfer === null) return rt.use('rpc/clone').cloneLocal(value, undefined);
    const items = [...transfer];
    if (!items.every((item) => item instanceof ArrayBuffer)) throw new TypeError('Object is not transferable');
    return rt.use('rpc/clone').cloneLocal(value, items);
  }
  return { structuredClone };
})
