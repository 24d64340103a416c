// node:url.
(function (rt) {
  'use strict';
  const { Number, Object, String, TypeError } = rt.primordials;
  const { decodeURIComponent, encodeURIComponent } = rt.global;
  const { invalidArgType, withCode } = rt.use('node/errors');
  const querystring = () => rt.use('node/querystring');
  const SLASHED = ['http:', 'https:', 'ftp:', 'gopher:', 'file:', 'ws:', 'wss:'];

  // The legacy URL object, which knows relative references too.
  function Url() {
    for (const key of ['protocol', 'slashes', 'auth', 'host', 'port', 'hostname', 'hash', 'search', 'query', 'pathname', 'path', 'href']) {
      this[key] = null;
    }
  }

  const parse = (text, parsesQuery = false, slashesDenoteHost = false) => {
    if (text instanceof Url) return text;
    if (typeof text !== 'string') throw invalidArgType('url', 'string', text);
    const url = new Url();
    let rest = text.trim().replaceAll('\\', '/');
    const scheme = /^[a-zA-Z][a-zA-Z0-9+.-]*:/.exec(rest);
    if (scheme !== null) {
      url.protocol = scheme[0].toLowerCase();
      rest = rest.slice(scheme[0].length);
    }
    const hasHost = rest.startsWith('//') && (scheme !== null || slashesDenoteHost || /^\/\/[^@/]+@[^@/]+/.test(rest)) && url.protocol !== 'javascript:';
    if (hasHost) {
      url.slashes = true;
      rest = rest.slice(2);
      const end = rest.search(/[/?#]/);
      let authority = end < 0 ? rest : rest.slice(0, end);
      rest = end < 0 ? '' : rest.slice(end);
      const at = authority.lastIndexOf('@');
      if (at >= 0) {
        url.auth = decodeURIComponent(authority.slice(0, at));
        authority = authority.slice(at + 1);
      }
      const port = /:(\d*)$/.exec(authority);
      if (port !== null) {
        if (port[1] !== '') url.port = port[1];
        authority = authority.slice(0, port.index);
      }
      url.hostname = authority.replace(/^\[(.*)\]$/, '$1').toLowerCase();
      url.host = (authority.toLowerCase()) + (url.port === null ? '' : `:${url.port}`);
    }
    const [, path, search, hash] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(rest);
    if (hash) url.hash = hash;
    if (search) url.search = search;
    if (parsesQuery) {
      url.search ??= '';
      url.query = querystring().parse(url.search.slice(1));
    } else if (search) url.query = search.slice(1);
    if (path) url.pathname = path;
    else if (SLASHED.includes(url.protocol) && url.hostname) url.pathname = '/';
    if (url.pathname !== null || search) url.path = (url.pathname ?? '') + (url.search ?? '');
    url.href = format(url);
    return url;
  };

  const format = (given, options = undefined) => {
    if (typeof given === 'string') return parse(given).href;
    if (given instanceof rt.global.URL) return formatWhatwg(given, options);
    if (typeof given !== 'object' || given === null) throw invalidArgType('urlObject', ['Object', 'string'], given);
    const auth = given.auth ? `${encodeURIComponent(given.auth).replace(/%3A/i, ':')}@` : '';
    let protocol = given.protocol ?? '';
    if (protocol !== '' && !protocol.endsWith(':')) protocol += ':';
    let pathname = given.pathname ?? '';
    const hash = given.hash ? (given.hash.startsWith('#') ? given.hash : `#${given.hash}`) : '';
    let host = '';
    if (given.host) host = auth + given.host;
    else if (given.hostname) host = auth + (given.hostname.includes(':') ? `[${given.hostname}]` : given.hostname) + (given.port ? `:${given.port}` : '');
    let query = '';
    if (given.query !== null && typeof given.query === 'object') query = querystring().stringify(given.query);
    let search = given.search || (query === '' ? '' : `?${query}`);
    if (search !== '' && !search.startsWith('?')) search = `?${search}`;
    if (given.slashes || ((protocol === '' || SLASHED.includes(protocol)) && host !== '')) {
      host = `//${host}`;
      if (pathname !== '' && !pathname.startsWith('/')) pathname = `/${pathname}`;
    }
    return protocol + host + pathname.replace(/[?#]/g, (c) => encodeURIComponent(c)) + search.replaceAll('#', '%23') + hash;
  };

  const formatWhatwg = (url, options) => {
    const { fragment = true, search = true, auth = true } = options ?? {};
    const copy = new rt.global.URL(url.href);
    if (!fragment) copy.hash = '';
    if (!search) copy.search = '';
    if (!auth) {
      copy.username = '';
      copy.password = '';
    }
    return copy.href;
  };

  const resolve = (from, to) => {
    const base = new rt.global.URL(from, 'resolve://a');
    const target = new rt.global.URL(to, base);
    if (target.protocol !== 'resolve:') return target.href;
    const path = target.pathname + target.search + target.hash;
    return from.startsWith('/') || to.startsWith('/') ? path : path.replace(/^\//, '');
  };

  const fileURLToPath = (value) => {
    const url = typeof value === 'string' ? new rt.global.URL(value) : value;
    if (url?.protocol === undefined) throw invalidArgType('path', ['string', 'URL'], value);
    if (url.protocol !== 'file:') throw withCode(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
    if (url.hostname !== '') throw withCode(TypeError, 'ERR_INVALID_FILE_URL_HOST', 'File URL host must be "localhost" or empty on linux');
    if (/%2f/i.test(url.pathname)) throw withCode(TypeError, 'ERR_INVALID_FILE_URL_PATH', 'File URL path must not include encoded / characters');
    return decodeURIComponent(url.pathname);
  };

  const pathToFileURL = (path) => {
    const url = new rt.global.URL('file:///');
    const full = rt.use('node/path').resolve(String(path));
    url.pathname = full.replace(/[%\\\n\r\t?#]/g, (c) => encodeURIComponent(c)) + (path.endsWith('/') && full !== '/' ? '/' : '');
    return url;
  };

  Url.prototype.parse = function (...args) { return Object.assign(this, parse(...args)); };
  Url.prototype.format = function () { return format(this); };
  Url.prototype.resolve = function (relative) { return resolve(this.href, relative); };

  return {
    Url,
    parse,
    format,
    resolve,
    resolveObject: (from, to) => parse(resolve(typeof from === 'string' ? from : format(from), to)),
    fileURLToPath,
    pathToFileURL,
    urlToHttpOptions: (url) => ({
      protocol: url.protocol, hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'), hash: url.hash, search: url.search, pathname: url.pathname,
      path: `${url.pathname}${url.search}`, href: url.href,
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      ...(url.username || url.password ? { auth: `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` } : {}),
    }),
    toPathIfFileURL: (value) => (value instanceof rt.global.URL ? rt.use('node/url').fileURLToPath(value) : value),
    domainToASCII(domain) {
      try {
        return new rt.global.URL(`ws://${domain}`).hostname;
      } catch {
        return '';
      }
    },
    domainToUnicode(domain) {
      try {
        return rt.use('node/punycode').toUnicode(new rt.global.URL(`ws://${domain}`).hostname);
      } catch {
        return '';
      }
    },
    get URL() { return rt.global.URL; },
    get URLSearchParams() { return rt.global.URLSearchParams; },
    get URLPattern() { return rt.global.URLPattern; },
  };
})
