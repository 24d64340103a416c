// node:dns/promises: names are looked up over HTTPS, by a request that leaves the worker like any other.
(function (rt) {
  'use strict';
  const { Error, JSON, Number, Object, Set, TypeError } = rt.primordials;
  const { validateString, withCode } = rt.use('node/errors');
  const net = rt.use('node/net');
  const { inspect } = rt.use('console/inspect');

  const RESOLVER = 'https://cloudflare-dns.com/dns-query';
  const SERVERS = ['1.1.1.1', '2606:4700:4700::1111', '1.0.0.1', '2606:4700:4700::1001'];
  const NUMBERS = { __proto__: null, A: 1, NS: 2, CNAME: 5, SOA: 6, PTR: 12, MX: 15, TXT: 16, AAAA: 28, SRV: 33, NAPTR: 35, CAA: 257 };
  const FAILURES = { __proto__: null, 1: 'EFORMERR', 2: 'ESERVFAIL', 3: 'ENOTFOUND', 4: 'ENOTIMP', 5: 'EREFUSED' };
  const ORDERS = ['verbatim', 'ipv4first', 'ipv6first'];
  const notImplemented = () => { throw new Error('Not implemented'); };
  let order = 'verbatim';

  const failure = (type, code, hostname) => Object.assign(withCode(Error, code, `query${type} ${code} ${hostname}`), {
    syscall: `query${type}`, hostname,
  });

  // The answers of one type, as the resolver writes them: `{ data, TTL }`.
  const query = async (name, type) => {
    validateString(name, 'name');
    const url = new rt.global.URL(RESOLVER);
    url.searchParams.set('name', name);
    url.searchParams.set('type', type);
    const response = await rt.use('fetch/fetch').fetch(url.href, { headers: { accept: 'application/dns-json' } });
    if (!response.ok) throw failure(type, 'EBADRESP', name);
    const { Status: status, Answer: answers = [] } = JSON.parse(await response.text());
    if (status !== 0) throw failure(type, FAILURES[status] ?? 'EBADRESP', name);
    const found = answers.filter((answer) => answer.type === NUMBERS[type]);
    if (found.length === 0) throw failure(type, 'ENODATA', name);
    return found;
  };

  const withoutDot = (name) => (name.endsWith('.') ? name.slice(0, -1) : name);
  // The strings of a record: quoted, or words.
  const words = (data) => (data.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? []).map((word) => (word[0] === '"' ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word));

  const addresses = (type) => async (name, options) => {
    const found = await query(name, type);
    return found.map(({ data, TTL: ttl }) => (options?.ttl === true ? { address: data, ttl } : data));
  };
  const listOf = (type, read) => async (name) => (await query(name, type)).map(({ data }) => read(data));
  const names = (type) => listOf(type, withoutDot);
  const record = (keys, data) => {
    const parts = words(data);
    return Object.fromEntries(keys.map((key, i) => [key, /^\d+$/.test(parts[i]) && key !== 'flags' ? Number(parts[i]) : withoutDot(parts[i] ?? '')]));
  };

  const resolveSoa = async (name) => {
    const [{ data }] = await query(name, 'SOA');
    return record(['nsname', 'hostmaster', 'serial', 'refresh', 'retry', 'expire', 'minttl'], data);
  };
  const resolveCaa = listOf('CAA', (data) => {
    const [critical, tag, value] = words(data);
    return { critical: Number(critical), [tag]: value };
  });

  const reverseName = (address) => {
    if (net.isIPv4(address)) return `${address.split('.').reverse().join('.')}.in-addr.arpa`;
    const [head, tail] = address.split('::');
    const groups = head === '' ? [] : head.split(':');
    const last = tail === undefined || tail === '' ? [] : tail.split(':');
    const zeros = tail === undefined ? [] : '0'.repeat(8 - groups.length - last.length).split('');
    return `${[...groups, ...zeros, ...last].map((group) => group.padStart(4, '0')).join('').split('').reverse().join('.')}.ip6.arpa`;
  };

  const reverse = async (address) => {
    validateString(address, 'name');
    if (net.isIP(address) === 0) throw failure('PTR', 'EBADQUERY', address);
    return (await query(reverseName(address), 'PTR')).map(({ data }) => withoutDot(data));
  };

  const exports = {
    resolve4: addresses('A'),
    resolve6: addresses('AAAA'),
    resolveCname: names('CNAME'),
    resolveNs: names('NS'),
    resolvePtr: names('PTR'),
    resolveMx: listOf('MX', (data) => { const { exchange, priority } = record(['priority', 'exchange'], data); return { exchange, priority }; }),
    resolveNaptr: listOf('NAPTR', (data) => record(['order', 'preference', 'flags', 'service', 'regexp', 'replacement'], data)),
    resolveSrv: listOf('SRV', (data) => record(['priority', 'weight', 'port', 'name'], data)),
    resolveTxt: listOf('TXT', words),
    resolveAny: async () => notImplemented(),
    resolveCaa,
    resolveSoa,
    reverse,
    lookupService: async () => notImplemented(),
    getServers: () => [...SERVERS],
    setServers: notImplemented,
    getDefaultResultOrder: () => order,
    setDefaultResultOrder(wanted) {
      if (!ORDERS.includes(wanted)) {
        throw withCode(TypeError, 'ERR_INVALID_ARG_VALUE', `The argument 'dnsOrder' must be one of: ${ORDERS.map((each) => `'${each}'`).join(', ')}. Received ${inspect(wanted)}`);
      }
      order = wanted;
    },
  };

  const RESOLVERS = {
    __proto__: null, A: 'resolve4', AAAA: 'resolve6', ANY: 'resolveAny', CAA: 'resolveCaa', CNAME: 'resolveCname', MX: 'resolveMx', NAPTR: 'resolveNaptr',
    NS: 'resolveNs', PTR: 'resolvePtr', SOA: 'resolveSoa', SRV: 'resolveSrv', TXT: 'resolveTxt',
  };
  const resolverOf = (type) => {
    validateString(type, 'rrtype');
    const method = RESOLVERS[type];
    if (method === undefined) throw withCode(TypeError, 'ERR_INVALID_ARG_VALUE', `The argument 'rrtype' is invalid. Received ${inspect(type)}`);
    return exports[method];
  };
  exports.resolve = async (name, type = 'A') => resolverOf(type)(name);

  const lookupOptions = (options) => {
    const given = typeof options === 'number' ? { family: options } : options ?? {};
    const family = given.family === 'IPv4' ? 4 : given.family === 'IPv6' ? 6 : given.family ?? 0;
    if (![0, 4, 6].includes(family)) {
      throw withCode(TypeError, 'ERR_INVALID_ARG_VALUE', `The property 'options.family' must be one of: 0, 4, 6. Received ${inspect(family)}`);
    }
    return { family, all: given.all === true, order: given.order ?? order };
  };

  const search = async (hostname, family) => {
    const wanted = family === 4 ? [[4, 'A']] : family === 6 ? [[6, 'AAAA']] : [[4, 'A'], [6, 'AAAA']];
    const found = [];
    let failed;
    for (const [number, type] of wanted) {
      try {
        for (const { data } of await query(hostname, type)) found.push({ address: data, family: number });
      } catch (error) {
        failed = error;
      }
    }
    if (found.length > 0) return found;
    if (failed.code === 'ENODATA' || failed.code === 'ENOTFOUND') {
      throw Object.assign(withCode(Error, 'ENOTFOUND', `getaddrinfo ENOTFOUND ${hostname}`), { syscall: 'getaddrinfo', hostname });
    }
    throw failed;
  };

  exports.lookup = async (hostname, options) => {
    const { family, all, order: wanted } = lookupOptions(options);
    if (hostname === '' || hostname === null || hostname === undefined) return all ? [] : { address: null, family: family === 6 ? 6 : 4 };
    validateString(hostname, 'hostname');
    const kind = net.isIP(hostname);
    const found = kind !== 0 ? [{ address: hostname, family: kind }] : await search(hostname, family);
    if (wanted === 'ipv6first') found.sort((a, b) => b.family - a.family);
    else if (wanted === 'ipv4first') found.sort((a, b) => a.family - b.family);
    return all ? found : found[0];
  };

  const SHARED = [...new Set(Object.values(RESOLVERS)), 'resolve', 'reverse', 'getServers', 'setServers'];

  // A resolver of its own asks the same servers; there are no others.
  const resolverClass = (methods) => {
    class Resolver {
      cancel() { notImplemented(); }
      setLocalAddress() { notImplemented(); }
    }
    for (const name of SHARED) Object.defineProperty(Resolver.prototype, name, { __proto__: null, value: methods[name], writable: true, configurable: true });
    return Resolver;
  };
  exports.Resolver = resolverClass(exports);
  Object.assign(exports, rt.use('node/dns-constants'));
  Object.defineProperty(exports, 'default', { __proto__: null, value: exports, enumerable: false });
  Object.defineProperty(exports, 'forCallbacks', { __proto__: null, value: { lookupOptions, resolverClass }, enumerable: false });
  return exports;
})
