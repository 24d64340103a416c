// URLPattern.
(function (rt) {
  'use strict';
  const { ObjectCreate, TypeError } = rt.primordials;
  const hostCanonical = rt.host('url.canonical');
  const { parse: parseUrl, partsOf } = rt.use('url/url');
  const { compile, escapePattern, fail } = rt.use('url/pattern-parser');

  const COMPONENTS = ['protocol', 'username', 'password', 'hostname', 'port', 'pathname', 'search', 'hash'];
  const SPECIAL_PORTS = { __proto__: null, http: '80', https: '443', ws: '80', wss: '443', ftp: '21', file: '' };
  const PLAIN = { delimiter: '', prefix: '', ignoreCase: false };
  const HOSTNAME = { delimiter: '.', prefix: '', ignoreCase: false };
  const PATHNAME = { delimiter: '/', prefix: '/', ignoreCase: false };

  // The value as a URL's component would have it. `kind` names the canonicalisation.
  function canonical(kind, value, protocol) {
    if (value === '') return '';
    const text = hostCanonical(kind, value, protocol ?? null);
    if (text === null) throw new TypeError(`"${value}" is not a valid ${kind}.`);
    return text;
  }

  const encoder = (kind) => (value) => canonical(kind, value);
  const isSpecial = (protocol) => protocol in SPECIAL_PORTS;

  function matchesSpecial(component) {
    for (const scheme in SPECIAL_PORTS) if (component.exec(scheme) !== null) return true;
    return false;
  }

  const compileProtocol = (text) => compile(text, encoder('protocol'), PLAIN);

  // ---- dictionaries of components ----

  const PREFIXES = { __proto__: null, search: '?', hash: '#' };

  function forInit(name, value, protocol, isPattern) {
    let text = value;
    if (name === 'protocol' && text.endsWith(':')) text = text.slice(0, -1);
    if (PREFIXES[name] !== undefined && text[0] === PREFIXES[name]) text = text.slice(1);
    if (isPattern) return text;
    if (name === 'port') return canonical('port', text, protocol);
    const web = protocol === '' || isSpecial(protocol);
    if (name === 'hostname') return canonical(web ? 'domain' : 'hostname', text);
    if (name === 'pathname') return canonical(web ? 'pathname' : 'opaque-pathname', text);
    return canonical(name, text);
  }

  function isAbsolutePath(path, isPattern) {
    if (path[0] === '/') return true;
    return isPattern && (path[0] === '\\' || path[0] === '{') && path[1] === '/';
  }

  // Which components of a base URL count: those before the first one that the dictionary names.
  function inherit(result, init, base, isPattern) {
    const has = (names) => names.some((name) => init[name] !== undefined);
    const take = (name, blockers) => {
      if (!has(blockers)) result[name] = isPattern ? escapePattern(base[name]) : base[name];
    };
    take('protocol', ['protocol']);
    if (!isPattern) {
      take('username', ['protocol', 'hostname', 'port', 'username']);
      take('password', ['protocol', 'hostname', 'port', 'username', 'password']);
    }
    take('hostname', ['protocol', 'hostname']);
    take('port', ['protocol', 'hostname', 'port']);
    take('pathname', ['protocol', 'hostname', 'port', 'pathname']);
    take('search', ['protocol', 'hostname', 'port', 'pathname', 'search']);
    take('hash', ['protocol', 'hostname', 'port', 'pathname', 'search', 'hash']);
  }

  function processInit(init, isPattern, result) {
    let base = null;
    if (init.baseURL !== undefined) {
      const packed = parseUrl(init.baseURL, undefined);
      if (packed === null) throw new TypeError(`Invalid base URL: ${init.baseURL}`);
      base = partsOf(packed);
      inherit(result, init, base, isPattern);
    }
    for (const name of COMPONENTS) {
      let value = init[name];
      if (value === undefined) continue;
      if (name === 'pathname' && base !== null && base.pathname[0] === '/' && !isAbsolutePath(value, isPattern)) {
        const basePath = isPattern ? escapePattern(base.pathname) : base.pathname;
        const slash = basePath.lastIndexOf('/');
        if (slash >= 0) value = basePath.slice(0, slash + 1) + value;
      }
      result[name] = forInit(name, value, result.protocol ?? '', isPattern);
    }
    return result;
  }

  // Web IDL's reading of a URLPatternInit.
  function readInit(value) {
    const init = { __proto__: null };
    for (const name of ['baseURL', ...COMPONENTS]) {
      const member = value[name];
      if (member !== undefined) init[name] = `${member}`;
    }
    return init;
  }

  // ---- compilation ----

  const isIpv6Pattern = (text) => text.length >= 2 && (text[0] === '[' || ((text[0] === '{' || text[0] === '\\') && text[1] === '['));

  function compileAll(init, ignoreCase) {
    const given = processInit(init, true, { __proto__: null });
    for (const name of COMPONENTS) given[name] ??= '*';
    if (isSpecial(given.protocol) && given.port === SPECIAL_PORTS[given.protocol]) given.port = '';
    const protocol = compileProtocol(given.protocol);
    const special = matchesSpecial(protocol);
    const hostKind = isIpv6Pattern(given.hostname) ? 'ipv6' : special || given.protocol === '*' ? 'domain' : 'hostname';
    const cased = { ...PLAIN, ignoreCase };
    return {
      protocol,
      username: compile(given.username, encoder('username'), PLAIN),
      password: compile(given.password, encoder('password'), PLAIN),
      hostname: compile(given.hostname, encoder(hostKind), HOSTNAME),
      port: compile(given.port, encoder('port'), PLAIN),
      pathname: special
        ? compile(given.pathname, encoder('pathname'), { ...PATHNAME, ignoreCase })
        : compile(given.pathname, encoder('opaque-pathname'), cased),
      search: compile(given.search, encoder('search'), cased),
      hash: compile(given.hash, encoder('hash'), cased),
    };
  }

  const isObject = (value) => value !== null && (typeof value === 'object' || typeof value === 'function');

  function initOf(input, baseUrl) {
    if (isObject(input)) {
      if (baseUrl !== undefined) fail('a base URL cannot be given beside an object');
      return readInit(input);
    }
    const init = rt.use('url/pattern-string').parse(`${input}`, (protocol) => matchesSpecial(compileProtocol(protocol)));
    if (baseUrl === undefined && init.protocol === undefined) fail('a relative pattern needs a base URL');
    if (baseUrl !== undefined) init.baseURL = `${baseUrl}`;
    return init;
  }

  // The components of what is matched, or null where it is no URL.
  function subjectOf(input, baseUrl, inputs) {
    if (isObject(input)) {
      if (baseUrl !== undefined) throw new TypeError('A base URL cannot be given beside an object.');
      const result = { __proto__: null };
      for (const name of COMPONENTS) result[name] = '';
      try {
        return processInit(readInit(input), false, result);
      } catch {
        return null;
      }
    }
    if (baseUrl !== undefined) inputs.push(`${baseUrl}`);
    const packed = parseUrl(input, baseUrl);
    return packed === null ? null : partsOf(packed);
  }

  function match(components, input, baseUrl) {
    const inputs = [isObject(input) ? input : `${input}`];
    const subject = subjectOf(inputs[0], baseUrl, inputs);
    if (subject === null) return null;
    const result = { inputs };
    for (const name of COMPONENTS) {
      const { names } = components[name];
      const found = components[name].exec(subject[name]);
      if (found === null) return null;
      const groups = {};
      for (let i = 0; i < names.length; i++) groups[names[i]] = found[i + 1];
      result[name] = { input: subject[name], groups };
    }
    return result;
  }

  const slots = rt.slots();
  class URLPattern {
    constructor(input, baseUrlOrOptions, options) {
      const hasBase = baseUrlOrOptions !== undefined && !isObject(baseUrlOrOptions) && baseUrlOrOptions !== null;
      const given = hasBase ? options : (baseUrlOrOptions ?? options);
      const init = initOf(input === undefined ? ObjectCreate(null) : input, hasBase ? baseUrlOrOptions : undefined);
      try {
        slots.set(this, compileAll(init, isObject(given) && given.ignoreCase === true));
      } catch (error) {
        throw error instanceof TypeError ? error : fail('invalid pattern');
      }
    }

    get protocol() { return componentsOf(this).protocol.pattern; }
    get username() { return componentsOf(this).username.pattern; }
    get password() { return componentsOf(this).password.pattern; }
    get hostname() { return componentsOf(this).hostname.pattern; }
    get port() { return componentsOf(this).port.pattern; }
    get pathname() { return componentsOf(this).pathname.pattern; }
    get search() { return componentsOf(this).search.pattern; }
    get hash() { return componentsOf(this).hash.pattern; }

    get hasRegExpGroups() {
      const components = componentsOf(this);
      return COMPONENTS.some((name) => components[name].hasRegexp);
    }

    test(input, baseUrl) {
      return match(componentsOf(this), input === undefined ? {} : input, baseUrl) !== null;
    }

    exec(input, baseUrl) {
      return match(componentsOf(this), input === undefined ? {} : input, baseUrl);
    }
  }

  function componentsOf(value) {
    return slots.get(value);
  }

  rt.expose(URLPattern);
  return { URLPattern };
})
