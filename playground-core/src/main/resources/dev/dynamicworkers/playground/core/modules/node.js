// The module `cloudflare:node`: requests of a worker for servers of node:http.
(function (rt) {
  'use strict';
  const { notImplemented } = rt.use('node/errors');
  const { handleAsNodeRequest, httpServerHandler } = rt.use('node/_http_server');
  return {
    handleAsNodeRequest,
    httpServerHandler,
    connectHandler() { throw notImplemented('connectHandler'); },
    handleAsNodeConnection() { throw notImplemented('handleAsNodeConnection'); },
  };
})
