// atob and btoa.
(function (rt) {
  'use strict';
  const hostAtob = rt.host('encoding.atob');
  const hostBtoa = rt.host('encoding.btoa');

  function atob(data) {
    if (arguments.length === 0) throw rt.argumentError('atob', 'ServiceWorkerGlobalScope', 1, 'string');
    return hostAtob(`${data}`);
  }

  function btoa(data) {
    if (arguments.length === 0) throw rt.argumentError('btoa', 'ServiceWorkerGlobalScope', 1, 'string');
    return hostBtoa(`${data}`);
  }

  return { atob, btoa };
})
