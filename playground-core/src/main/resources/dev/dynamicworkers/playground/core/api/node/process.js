// node:process, also the global `process`.
(function (rt) {
  'use strict';
  const { Array, BigInt, Error, JSON, Math, Object, Promise, Proxy, RangeError, String, Symbol, TypeError } = rt.primordials;
  const EventEmitter = rt.use('node/events');
  const { validateFunction, validateString, notImplemented, invalidArgType, received, withCode } = rt.use('node/errors');
  const resolved = Promise.resolve();

  const textOf = (value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'object' && value !== null) {
      try {
        return JSON.stringify(value);
      } catch {
        return undefined;
      }
    }
    return typeof value === 'function' || value === undefined ? undefined : String(value);
  };

  // The plain values of env as text, as far as flags let them through.
  const environment = () => {
    const values = Object.create(Object.prototype);
    const isDefault = rt.compat.date >= '2025-04-01' && !rt.compat.has('nodejs_compat_do_not_populate_process_env');
    if (isDefault || rt.compat.has('nodejs_compat_populate_process_env')) {
      for (const key of Object.keys(rt.worker?.env ?? {})) {
        const value = rt.worker.env[key];
        const isData = typeof value !== 'object' || value === null || Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
        const text = isData ? textOf(value) : undefined;
        if (text !== undefined) values[key] = text;
      }
    }
    return new Proxy(values, {
      __proto__: null,
      set(target, key, value) {
        if (typeof key === 'symbol') throw new TypeError('Cannot convert a symbol value to a string');
        target[key] = String(value);
        return true;
      },
    });
  };

  const USAGE = ('userCPUTime systemCPUTime maxRSS sharedMemorySize unsharedDataSize unsharedStackSize minorPageFault majorPageFault swappedOut '
    + 'fsRead fsWrite ipcSent ipcReceived signalsCount voluntaryContextSwitches involuntaryContextSwitches').split(' ');
  // What Node.js is made of, of which there is nothing here.
  const PARTS = ('v8 modules zlib brotli zstd ares napi llhttp nghttp2 acorn ada simdutf nbytes ncrypto uvwasi uv openssl sqlite icu undici simdjson '
    + 'unicode cldr tz cjs_module_lexer amaro merve').split(' ');
  const FOLDERS = ['/', '/bundle', '/tmp', '/dev'];
  let folder = '/bundle';
  const process = new EventEmitter();
  let env;
  const unsupported = (name) => () => { throw notImplemented(`process.${name}`); };
  const millis = () => rt.io.now();
  const hrtime = (previous) => {
    const now = millis();
    const time = [Math.floor(now / 1000), (now % 1000) * 1e6];
    if (previous === undefined) return time;
    if (!Array.isArray(previous)) {
      throw withCode(TypeError, 'ERR_INVALID_ARG_TYPE', `The "time" argument must be tuple of integers.${received(previous)}`);
    }
    if (previous.length !== 2) {
      throw withCode(RangeError, 'ERR_OUT_OF_RANGE', `The value of "time" is out of range. It must be 2. Received ${rt.use('console/inspect').inspect(previous)}`);
    }
    let seconds = time[0] - previous[0];
    let nanos = time[1] - previous[1];
    if (nanos < 0) {
      seconds--;
      nanos += 1e9;
    }
    return [seconds, nanos];
  };
  hrtime.bigint = () => BigInt(Math.floor(millis() * 1e6));

  Object.assign(process, {
    title: 'workerd',
    argv: ['workerd'],
    argv0: 'workerd',
    execArgv: [],
    execPath: '',
    arch: 'x64',
    platform: 'linux',
    pid: 1,
    ppid: 0,
    version: 'v22.23.4',
    versions: { node: '22.23.4', ...Object.fromEntries(PARTS.map((name) => [name, ''])) },
    release: { name: 'node', lts: true, sourceUrl: '', headersUrl: '' },
    config: { target_defaults: {}, variables: {} },
    features: {
      cached_builtins: true, debug: false, inspector: false, ipv6: true, openssl_is_boringssl: true, require_module: false, tls: true,
      tls_alpn: true, tls_ocsp: true, tls_sni: true, typescript: false, uv: true,
    },
    exitCode: undefined,
    nextTick(callback, ...args) {
      validateFunction(callback, 'callback');
      const run = rt.private.bindAsyncContext?.(callback) ?? callback;
      resolved.then(() => {
        try {
          run(...args);
        } catch (error) {
          rt.use('events/global').reportUncaught(error);
        }
      });
    },
    hrtime,
    uptime: () => millis() / 1000,
    cwd: () => folder,
    chdir(directory) {
      validateString(directory, 'directory');
      const { resolve } = rt.use('node/path');
      const wanted = resolve(folder, directory);
      if (!FOLDERS.includes(wanted)) throw withCode(Error, 'ENOENT', `no such file or directory, chdir '${directory}'`);
      folder = wanted;
    },
    umask: () => 0o22,
    getuid: () => 0,
    getgid: () => 0,
    geteuid: () => 0,
    getegid: () => 0,
    memoryUsage: Object.assign(() => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }), { rss: () => 0 }),
    cpuUsage: unsupported('cpuUsage'),
    resourceUsage: () => Object.fromEntries(USAGE.map((name) => [name, 0])),
    emitWarning(warning, ...rest) {
      const type = typeof rest[0] === 'string' ? rest[0] : rest[0]?.type ?? 'Warning';
      const error = warning instanceof Error ? warning : Object.assign(new Error(String(warning)), { name: type });
      process.emit('warning', error);
    },
    exit(code) {
      throw new Error(`process.exit(${code ?? process.exitCode ?? 0}) was called: a worker can't end the process`);
    },
    abort: unsupported('abort'),
    kill: unsupported('kill'),
    dlopen: unsupported('dlopen'),
    binding: unsupported('binding'),
    getBuiltinModule: (name) => {
      if (typeof name !== 'string') throw invalidArgType('id', 'string', name);
      return rt.private.nodeModule?.(name);
    },
  });
  Object.defineProperties(process, Object.getOwnPropertyDescriptors(rt.use('node/process-rest').members()));
  Object.defineProperty(process, 'env', {
    __proto__: null, enumerable: true, configurable: true,
    get: () => (env ??= environment()),
    set: (value) => { env = value; },
  });
  Object.defineProperty(process, Symbol.toStringTag, { __proto__: null, value: 'process', configurable: true });

  const stream = (name, fd) => ({
    fd,
    writable: true,
    write(text, encoding, callback) {
      const line = `${name}: ${String(text).replace(/\n$/, '')}`;
      rt.io.log('log', line, JSON.stringify([line]));
      const done = typeof encoding === 'function' ? encoding : callback;
      if (typeof done === 'function') process.nextTick(done);
      return true;
    },
    on() { return this; },
    once() { return this; },
    end(text) { if (text !== undefined) this.write(text); },
  });
  process.stdout = stream('stdout', 1);
  process.stderr = stream('stderr', 2);
  process.stdin = { fd: 0, isTTY: false, readable: false, read: () => null, on() { return this; }, once() { return this; }, setEncoding() { return this; }, resume() { return this; }, pause() { return this; } };
  process.openStdin = () => process.stdin;

  return process;
})
