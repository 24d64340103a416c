// The handshake of a WebSocket client: an ordinary request through the worker's global outbound that asks for an upgrade.
(function (rt) {
  'use strict';
  const { Array, Error, String, Symbol } = rt.primordials;
  const refusalOf = rt.host('io.outboundRefusal');
  const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

  const syntaxError = (message) => rt.domException('SyntaxError', message);

  const parse = (url, protocols) => {
    let target;
    try {
      target = new rt.global.URL(String(url));
    } catch {
      throw syntaxError('WebSocket Constructor: The url is invalid.');
    }
    if (target.protocol === 'http:') target.protocol = 'ws:';
    else if (target.protocol === 'https:') target.protocol = 'wss:';
    if (target.protocol !== 'ws:' && target.protocol !== 'wss:') {
      throw syntaxError('WebSocket Constructor: The url scheme must be ws or wss.');
    }
    if (target.hash !== '' || target.href.endsWith('#')) {
      throw syntaxError('WebSocket Constructor: The url fragment must be empty.');
    }
    const isList = typeof protocols === 'object' && protocols !== null && typeof protocols[Symbol.iterator] === 'function';
    const list = protocols === undefined || protocols === null ? [] : isList ? Array.from(protocols, String) : [String(protocols)];
    list.forEach((protocol, i) => {
      if (list.indexOf(protocol) !== i) {
        throw syntaxError('WebSocket Constructor: The protocols header cannot have repeating values.');
      }
      if (!TOKEN.test(protocol)) {
        throw syntaxError('WebSocket Constructor: The protocol header token is invalid.');
      }
    });
    return { target, list };
  };

  // Where nothing gets out at all the constructor says so.
  const demandOutbound = (target) => {
    rt.io.require();
    const refusal = refusalOf('GET', target.href);
    if (refusal !== null && refusal !== undefined) throw new Error(refusal);
  };

  const open = async (target, protocols) => {
    const headers = ['upgrade', 'websocket'];
    if (protocols.length > 0) headers.push('sec-websocket-protocol', protocols.join(', '));
    const url = target.href.replace(/^ws/, 'http');
    const message = await rt.io.fetch({ method: 'GET', url, headers, body: null, redirect: 'manual', cf: undefined }, undefined);
    if (message.status !== 101 || !message.webSocket) {
      throw new Error('Failed to establish the WebSocket connection: expected server to reply with HTTP status code 101 (switching '
        + `protocols), but received ${message.status} instead.`);
    }
    const header = (name) => {
      const at = message.headers.findIndex((text, i) => i % 2 === 0 && text.toLowerCase() === name);
      return at < 0 ? '' : message.headers[at + 1];
    };
    return { socket: message.webSocket, protocol: header('sec-websocket-protocol'), extensions: header('sec-websocket-extensions') };
  };

  return { parse, demandOutbound, open };
})
