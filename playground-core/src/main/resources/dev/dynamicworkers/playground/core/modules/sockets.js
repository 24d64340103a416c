// The module `cloudflare:sockets`: TCP connections through the worker's global outbound.
(function (rt) {
  'use strict';
  const { Error, Number, String, TypeError } = rt.primordials;
  const hostConnect = rt.host('io.connect');
  const refusalOf = rt.host('io.outboundRefusal');
  const TLS = ['off', 'on', 'starttls'];
  const MAX_PORT = 65535;
  const HOST = /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])$/;

  const port = (value) => rt.use('kernel/unsigned').unsigned(value, MAX_PORT);

  function parseText(text) {
    let url;
    try {
      url = new (rt.use('url/url').URL)(`fake://${text}`);
    } catch {
      throw new TypeError('Specified address could not be parsed.');
    }
    if (url.hostname === '') throw new TypeError('Specified address is missing hostname.');
    if (url.port === '') throw new TypeError('Specified address is missing port.');
    if (text !== url.host) {
      throw new TypeError('Specified address is empty string, contains unsupported characters or is too long.');
    }
    return { host: url.hostname, port: Number(url.port) };
  }

  // Host and port of an address, which is a text or an object.
  function parse(address) {
    if (typeof address !== 'object' || address === null) {
      if (address === undefined || address === null) throw rt.argumentError('connect', 'SocketsModule', 1, 'SocketAddress or string');
      return parseText(String(address));
    }
    const target = { host: String(address.hostname), port: port(address.port) };
    if (!HOST.test(target.host) && !HOST.test(`[${target.host}]`)) {
      throw new TypeError('Specified address is empty string, contains unsupported characters or is too long.');
    }
    return target;
  }

  function settingsOf(options) {
    if (options === undefined) return { secureTransport: 'off', allowHalfOpen: false };
    if (options === null || typeof options !== 'object') throw rt.argumentError('connect', 'SocketsModule', 2, 'SocketOptions');
    const { secureTransport: given, allowHalfOpen } = options;
    const secureTransport = given === undefined ? 'off' : String(given);
    if (!TLS.includes(secureTransport)) throw new TypeError(`Unsupported value in secureTransport socket option: ${secureTransport}`);
    return { secureTransport, allowHalfOpen: Boolean(allowHalfOpen) };
  }

  function connect(address, options) {
    const { host, port: number } = parse(address);
    const settings = settingsOf(options);
    rt.io.require();
    const refusal = refusalOf('CONNECT', `${host}:${number}`);
    if (refusal !== null && refusal !== undefined) throw new Error(refusal);
    const name = host.startsWith('[') ? host.slice(1, -1) : host;
    const opening = rt.io.op((op) => hostConnect(op, name, number, settings.secureTransport === 'on'));
    return rt.use('modules/socket').make(opening, { ...settings, host: name });
  }

  // Entered by the host: the connection is there.
  function opened(invocation, op, input, output, control, local, remote) {
    rt.io.complete(op, true, { input, output, control, local, remote });
  }

  function internalNewHttpClient() {
    throw new Error('internalNewHttpClient() of cloudflare:sockets is not supported by the playground: node:http is not there.');
  }
  return { connect, internalNewHttpClient, opened };
})
