// node:inspector: nothing can be inspected from inside.
(function (rt) {
  'use strict';
  const { Object } = rt.primordials;
  const noop = () => {};
  const silent = (names) => Object.fromEntries(names.split(' ').map((name) => [name, noop]));
  return rt.use('node/refusing').refusing('', '', 'Session', {
    close() {},
    open: () => ({ __proto__: { [rt.primordials.Symbol.dispose]() {} } }),
    url() {},
    waitForDebugger() {},
    console: silent('debug error info log warn dir dirxml table trace group groupCollapsed groupEnd clear count countReset assert profile profileEnd '
      + 'time timeLog timeStamp timeEnd'),
    Network: silent('requestWillBeSent dataReceived dataSent responseReceived loadingFinished loadingFailed webSocketCreated '
      + 'webSocketHandshakeResponseReceived webSocketClosed'),
  });
})
