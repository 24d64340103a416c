// URL: a view on one string that the host's parser made, with the places of the components packed in front of it.
(function (rt) {
  'use strict';
  const { Error, TypeError, ObjectDefineProperty, StringPrototypeCharCodeAt: codeAt, StringPrototypeSlice: slice } = rt.primordials;
  const hostParse = rt.host('url.parse');
  const hostSet = rt.host('url.set');

  // The order is UrlText's. Each offset is two characters of 15 bits, counted from the start of the address.
  const PROTOCOL_END = 0;
  const USERNAME_END = 1;
  const HOST_START = 2;
  const HOST_END = 3;
  const PATH_START = 4;
  const SEARCH_START = 5;
  const HASH_START = 6;
  const HEADER = 14;

  const at = (packed, place) => HEADER + codeAt(packed, 2 * place) * 32768 + codeAt(packed, 2 * place + 1);
  const hrefOf = (packed) => slice(packed, HEADER);
  const protocolOf = (packed) => slice(packed, HEADER, at(packed, PROTOCOL_END));
  const hostnameOf = (packed) => slice(packed, at(packed, HOST_START), at(packed, HOST_END));

  function portOf(packed) {
    const start = at(packed, HOST_END);
    return packed[start] === ':' && start < at(packed, PATH_START) ? slice(packed, start + 1, at(packed, PATH_START)) : '';
  }

  function hostOf(packed) {
    const port = portOf(packed);
    return port === '' ? hostnameOf(packed) : `${hostnameOf(packed)}:${port}`;
  }

  function originOf(packed) {
    const protocol = protocolOf(packed);
    switch (protocol) {
      case 'http:':
      case 'https:':
      case 'ws:':
      case 'wss:':
      case 'ftp:':
        return `${protocol}//${hostOf(packed)}`;
      case 'blob:':
        return rt.host('url.origin')(hrefOf(packed));
      default:
        return 'null';
    }
  }

  function searchOf(packed) {
    const start = at(packed, SEARCH_START);
    const stop = at(packed, HASH_START);
    return stop - start > 1 ? slice(packed, start, stop) : '';
  }

  // The address that goes over the wire: without fragment and credentials.
  function wireUrl(packed) {
    const credentials = at(packed, HOST_START) - at(packed, PROTOCOL_END) > 2;
    if (!credentials) return slice(packed, HEADER, at(packed, HASH_START));
    return `${protocolOf(packed)}//${slice(packed, at(packed, HOST_START), at(packed, HASH_START))}`;
  }

  // The packed form of `input`, or null.
  const parse = (input, base) => hostParse(typeof input === 'string' ? input : `${input}`, base === undefined ? null : `${base}`);

  // The components without their separators, as patterns match them.
  const partsOf = (packed) => {
    const url = new URL(hrefOf(packed));
    return {
      __proto__: null, protocol: slice(url.protocol, 0, -1), username: url.username, password: url.password, hostname: url.hostname,
      port: url.port, pathname: url.pathname, search: slice(url.search, 1), hash: slice(url.hash, 1),
    };
  };

  let packedOf, change;

  const slots = rt.slots();
  class URL {
    constructor(url, base) {
      if (arguments.length === 0) throw rt.constructorError('URL', 1, 'USVString');
      const packed = parse(url, base);
      if (packed === null) throw new TypeError('Invalid URL string.');
      slots.set(this, { packed, params: null });
    }

    static {
      packedOf = (url) => slots.get(url).packed;
      change = (url, part, value) => {
        const before = packedOf(url);
        slots.get(url).packed = hostSet(hrefOf(before), part, `${value}`);
      };
    }

    static canParse(url, base) {
      if (arguments.length === 0) throw rt.argumentError('canParse', 'URL', 1, 'USVString');
      return parse(url, base) !== null;
    }

    static parse(url, base) {
      if (arguments.length === 0) throw rt.argumentError('parse', 'URL', 1, 'USVString');
      const packed = parse(url, base);
      return packed === null ? null : new URL(hrefOf(packed));
    }

    static createObjectURL() {
      throw new Error('URL.createObjectURL() is not implemented');
    }

    static revokeObjectURL() {
      throw new Error('URL.revokeObjectURL() is not implemented');
    }

    get href() { return hrefOf(packedOf(this)); }
    set href(value) {
      packedOf(this);
      const packed = parse(value, undefined);
      if (packed === null) throw new TypeError("Failed to set the 'href' property on 'URL': the provided value is not of type 'valid URL string'.");
      slots.get(this).packed = packed;
      resetParams(this);
    }

    get origin() { return originOf(packedOf(this)); }

    get protocol() { return protocolOf(packedOf(this)); }
    set protocol(value) { change(this, 'protocol', value); }

    get username() {
      const packed = packedOf(this);
      const start = at(packed, PROTOCOL_END) + 2;
      return start < at(packed, USERNAME_END) ? slice(packed, start, at(packed, USERNAME_END)) : '';
    }
    set username(value) { change(this, 'username', value); }

    get password() {
      const packed = packedOf(this);
      const start = at(packed, USERNAME_END);
      const stop = at(packed, HOST_START) - 1;
      return start < stop ? slice(packed, start + 1, stop) : '';
    }
    set password(value) { change(this, 'password', value); }

    get host() { return hostOf(packedOf(this)); }
    set host(value) { change(this, 'host', value); }

    get hostname() { return hostnameOf(packedOf(this)); }
    set hostname(value) { change(this, 'hostname', value); }

    get port() { return portOf(packedOf(this)); }
    set port(value) { change(this, 'port', value); }

    get pathname() {
      const packed = packedOf(this);
      return slice(packed, at(packed, PATH_START), at(packed, SEARCH_START));
    }
    set pathname(value) { change(this, 'pathname', value); }

    get search() { return searchOf(packedOf(this)); }
    set search(value) {
      change(this, 'search', value);
      resetParams(this);
    }

    get hash() {
      const packed = packedOf(this);
      const start = at(packed, HASH_START);
      return packed.length - start > 1 ? slice(packed, start) : '';
    }
    set hash(value) { change(this, 'hash', value); }

    get searchParams() {
      const packed = packedOf(this);
      const state = slots.get(this);
      return (state.params ??= rt.use('url/search-params').link(slice(searchOf(packed), 1), (query) => change(this, 'search', query)));
    }

    toJSON() {
      return hrefOf(packedOf(this));
    }

    toString() {
      return hrefOf(packedOf(this));
    }
  }

  function resetParams(self) {
    const { packed, params } = slots.get(self);
    if (params !== null) rt.use('url/search-params').replace(params, slice(searchOf(packed), 1));
  }

  rt.expose(URL);
  for (const name of ['canParse', 'parse', 'createObjectURL', 'revokeObjectURL']) ObjectDefineProperty(URL, name, { enumerable: true });
  return { URL, parse, hrefOf, originOf, partsOf, protocolOf, wireUrl };
})
