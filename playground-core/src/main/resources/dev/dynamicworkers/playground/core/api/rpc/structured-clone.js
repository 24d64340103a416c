// The global structuredClone.
(function (rt) {
  'use strict';

  const structuredClone = function (value, options) {
    if (arguments.length === 0) throw rt.argumentError('structuredClone', 'ServiceWorkerGlobalScope', 1, 'any');
    if (options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'function') {
      throw rt.argumentError('structuredClone', 'ServiceWorkerGlobalScope', 2, 'StructuredSerializeOptions');
    }
    const transfer = options?.transfer;
    return rt.use('rpc/clone').cloneLocal(value, transfer === undefined ? [] : [...transfer]);
  };

  return { structuredClone };
})
