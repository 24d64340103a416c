// node:http: requests by `fetch`, servers for requests that a handler passes on.
(function (rt) {
  'use strict';
  const { Agent, globalAgent } = rt.use('node/_http_agent');
  const { ClientRequest } = rt.use('node/_http_client');
  const { IncomingMessage } = rt.use('node/_http_incoming');
  const { OutgoingMessage } = rt.use('node/_http_outgoing');
  const { Server, ServerResponse, STATUS_CODES, _connectionListener, createServer } = rt.use('node/_http_server');
  const { methods, validateHeaderName, validateHeaderValue, setMaxIdleHTTPParsers } = rt.use('node/_http_common');

  function request(url, options, callback) { return new ClientRequest(url, options, callback); }
  function get(url, options, callback) {
    const asked = request(url, options, callback);
    asked.end();
    return asked;
  }

  return {
    Agent, ClientRequest, IncomingMessage, METHODS: methods, OutgoingMessage, STATUS_CODES, Server, ServerResponse, _connectionListener, createServer,
    get, globalAgent, maxHeaderSize: 16384, request, setMaxIdleHTTPParsers, validateHeaderName, validateHeaderValue,
    CloseEvent: rt.global.CloseEvent, MessageEvent: rt.global.MessageEvent, WebSocket: rt.global.WebSocket,
  };
})
