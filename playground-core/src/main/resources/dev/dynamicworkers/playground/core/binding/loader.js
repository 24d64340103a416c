// The Worker Loader binding: `env.LOADER.load(code)`, `get(name, callback)`, and the stub of the worker they make.
(function (rt) {
  'use strict';
  const {
    ArrayBuffer, Error, Number, Object, Promise, Symbol, TypeError, Uint8Array, ArrayIsArray, ArrayBufferIsView,
    JSONStringify, ObjectDefineProperty, ObjectHasOwn, ObjectKeys, PromisePrototypeThen, MathTrunc, StringPrototypeIsWellFormed, StringPrototypeReplace,
  } = rt.primordials;
  const checkCompatibility = rt.host('loader.checkCompatibility');
  const hostLoad = rt.host('loader.load');
  const hostGet = rt.host('loader.get');
  const hostProvide = rt.host('loader.provide');
  const hostFail = rt.host('loader.fail');
  const hostEntrypoint = rt.host('loader.entrypoint');
  const utf8Length = rt.host('loader.utf8Length');
  const hostNote = rt.host('io.note');
  const TOKEN = {};

  const isObject = (value) => value !== null && (typeof value === 'object' || typeof value === 'function');
  const codeError = (field, type) => rt.fieldError(field, 'WorkerCode', type);

  // ---- WorkerCode: read once, property by property, in the platform's order ----

  function readCode(code) {
    if (code === null || code === undefined) {
      throw new TypeError('Cannot initialize WorkerCode with required members from an undefined or null value.');
    }
    const compatibilityDate = code.compatibilityDate;
    const dateText = `${compatibilityDate}`;
    const flags = stringArray(code.compatibilityFlags, 'compatibilityFlags');
    const allowExperimental = Boolean(code.allowExperimental);
    const limits = readLimits(code.limits, 'WorkerCode');
    const mainModule = `${code.mainModule}`;
    const modulesValue = code.modules;
    if (modulesValue === undefined && typeof code.code === 'string') return shortForm(code);
    if (!isObject(modulesValue) || ArrayIsArray(modulesValue)) throw codeError('modules', 'object');
    const moduleEntries = ObjectKeys(modulesValue).map((name) => [name, modulesValue[name]]);
    const env = code.env;
    if (env !== undefined && !isObject(env)) throw codeError('env', 'Object');
    const globalOutbound = readOutbound(code.globalOutbound);
    const tails = fetcherArray(code.tails, 'tails');
    const streamingTails = fetcherArray(code.streamingTails, 'streamingTails');
    return { dateText, flags, allowExperimental, limits, mainModule, moduleEntries, env, globalOutbound, tails, streamingTails, short: false };
  }

  // `{ code }`: one module that is the main module, with today's date. Not a form that Cloudflare accepts.
  function shortForm(code) {
    hostNote(
      'The short form load({ code }) runs only in the playground: Cloudflare wants compatibilityDate, mainModule, modules and getEntrypoint().',
    );
    return {
      dateText: checkCompatibility.today ?? rt.host('loader.today')(),
      flags: [],
      allowExperimental: false,
      limits: readLimits(code.limits, 'WorkerCode'),
      mainModule: 'main.js',
      moduleEntries: [['main.js', code.code]],
      env: code.env,
      globalOutbound: readOutbound(code.globalOutbound),
      tails: fetcherArray(code.tails, 'tails'),
      streamingTails: undefined,
      short: true,
    };
  }

  function stringArray(value, field) {
    if (value === undefined) return [];
    if (!ArrayIsArray(value)) throw codeError(field, 'Array');
    const texts = [];
    for (let i = 0; i < value.length; i++) texts.push(`${value[i]}`);
    return texts;
  }

  function fetcherArray(value, field) {
    if (value === undefined) return field === 'tails' ? [] : undefined;
    if (!ArrayIsArray(value)) throw codeError(field, 'Array');
    return value.map((item, i) => {
      const stub = isObject(item) ? rt.use('rpc/stub').describeStub(item) : undefined;
      if (stub === undefined || stub.root === undefined || stub.kind === 'live') {
        throw new TypeError(`Incorrect type for array element ${i}: the provided value is not of type 'Fetcher'.`);
      }
      return stub;
    });
  }

  function readOutbound(value) {
    if (value === undefined || value === null) return value;
    const stub = isObject(value) ? rt.use('rpc/stub').describeStub(value) : undefined;
    if (stub === undefined || stub.root === undefined || stub.kind === 'live') throw codeError('globalOutbound', 'Fetcher');
    return stub;
  }

  function readLimits(value, dictionary) {
    if (value === undefined || value === null) return null;
    if (!isObject(value)) throw rt.fieldError('limits', dictionary, 'ResourceLimits');
    return { cpuMs: uint32(value.cpuMs), subRequests: uint32(value.subRequests) };
  }

  function uint32(value) {
    if (value === undefined) return -1;
    const { unsigned, MOST_UINT32 } = rt.use('kernel/unsigned');
    return unsigned(value, MOST_UINT32);
  }

  // ---- modules ----

  const KINDS = ['js', 'cjs', 'text', 'data', 'json', 'py', 'wasm'];

  function readModules(code) {
    const names = [];
    const kinds = [];
    const contents = [];
    if (code.moduleEntries.length === 0) throw new TypeError('Dynamic Worker code must contain at least one module.');
    for (const [name, value] of code.moduleEntries) {
      const { kind, content } = readModule(name, value);
      if (kind === 'py' && !code.mainModule.endsWith('.py')) {
        throw new TypeError(`Module "${name}" is a Python module, but the main module isn't a Python module.`);
      }
      if (kind === 'py') throw new TypeError(`Module "${name}" is a Python module: Python workers are not supported by the playground.`);
      names.push(name);
      kinds.push(kind);
      contents.push(content);
    }
    return { names, kinds, contents };
  }

  function readModule(name, value) {
    if (!isObject(value) && value !== null && value !== undefined) {
      const content = wellFormed(`${value}`);
      return { kind: kindByName(name), content };
    }
    const given = isObject(value) ? KINDS.filter((kind) => value[kind] !== undefined) : [];
    const typescript = isObject(value) ? value.ts : undefined;
    if (given.length === 0 && typescript !== undefined) return { kind: 'ts', content: wellFormed(`${typescript}`) };
    if (given.length !== 1) {
      throw new TypeError(
        `Each module must contain exactly one of 'js', 'cjs', 'text', 'data', 'json', 'py', or 'wasm'. Module '${name}' contained ${given.length} properties.`,
      );
    }
    const kind = given[0];
    const content = value[kind];
    switch (kind) {
      case 'data':
        return { kind, content: bytesOf(content, 'data', 'Array') };
      case 'wasm':
        return { kind, content: bytesOf(content, 'wasm', 'Array or WasmModuleObject') };
      case 'json':
        return { kind, content: JSONStringify(content) ?? 'undefined' };
      default:
        return { kind, content: wellFormed(`${content}`) };
    }
  }

  // Text of modules is UTF-8 on the platform: a surrogate without its other half is three bytes that mean nothing.
  const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const wellFormed = (text) => (StringPrototypeIsWellFormed(text) ? text : StringPrototypeReplace(text, LONE, '\ufffd\ufffd\ufffd'));

  function kindByName(name) {
    if (name.endsWith('.js')) return 'js';
    if (name.endsWith('.py')) return 'py';
    if (name.endsWith('.ts')) return 'ts';
    throw new TypeError(
      `Module name must end with '.js' or '.py' (or the content must be an object indicating the type explicitly). Got: ${name}` +
        (/\.(tsx|jsx)$/.test(name)
          ? ". If you're trying to load TypeScript, bundle it first with '@cloudflare/worker-bundler' and pass the generated JavaScript modules."
          : ''),
    );
  }

  function bytesOf(value, field, type) {
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    if (ArrayBufferIsView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    throw rt.fieldError(field, 'Module', type);
  }

  // ---- checks that need no engine, in the platform's order; then the host gets it ----

  const MAX_CODE = 67108864;
  const MAX_ENV = 1048576;

  function convert(code) {
    const read = readCode(code);
    const modules = readModules(read);
    let size = 0;
    for (const content of modules.contents) size += typeof content === 'string' ? 3 * content.length : content.byteLength;
    // At most so many bytes: only what may be too much is counted.
    if (size > MAX_CODE) size = exactSize(modules.contents);
    if (size > MAX_CODE) {
      throw new Error(`Dynamic Worker code size (${size} bytes) exceeds the maximum allowed size of ${MAX_CODE} bytes.`);
    }
    const flags = checkCompatibility(read.dateText, read.flags.length === 0 ? null : read.flags.join('\n'), read.allowExperimental);
    const env = read.env === undefined ? null : writeEnv(read.env);
    const outbound = outboundHandle(read.globalOutbound);
    const tails = read.tails.map(handleOf);
    if (read.streamingTails !== undefined && !read.allowExperimental) {
      throw new Error(
        "Streaming tail workers are experimental. You must pass the option 'allowExperimental: true' to the worker loader to use them",
      );
    }
    const streamingTails = (read.streamingTails ?? []).map(handleOf);
    return { ...read, ...modules, flags, envPayload: env, outbound, tails, streamingTails };
  }

  function exactSize(contents) {
    let size = 0;
    for (const content of contents) size += typeof content === 'string' ? utf8Length(content) : content.byteLength;
    return size;
  }

  const NOT_PLAIN = [rt.primordials.Map, rt.primordials.Set, rt.primordials.Date, rt.primordials.RegExp, ArrayBuffer, rt.primordials.Error];

  function writeEnv(env) {
    // An array gives its indices; what is copied to something that is no plain object gives an empty env.
    let plain = env;
    if (ArrayIsArray(env)) plain = { ...env };
    else if (NOT_PLAIN.some((Class) => env instanceof Class) || ArrayBufferIsView(env)) plain = {};
    const payload = rt.use('rpc/clone').write(plain, 'env', undefined, 'env');
    if (payload.text.length > MAX_ENV / 4) {
      const size = rt.use('rpc/v8-size').sizeOf(plain);
      if (size > MAX_ENV) {
        throw new Error(`Dynamic Worker env size (${size} bytes) exceeds the maximum allowed size of ${MAX_ENV} bytes.`);
      }
    }
    return payload;
  }

  function transferable(stub) {
    if (stub.dynamic) {
      throw rt.domException(
        'DataCloneError',
        'Entrypoints to dynamically-loaded workers cannot be transferred to other Workers, because the system does not know how to reload ' +
          'this Worker from scratch. Instead, have the parent Worker expose an entrypoint which constructs the dynamic worker and forwards to it.',
      );
    }
    return stub;
  }
  const handleOf = (stub) => transferable(stub).handle();

  // 0: inherited, -1: none at all, otherwise a handle.
  function outboundHandle(outbound) {
    if (outbound === undefined) return 0;
    return outbound === null ? -1 : handleOf(outbound);
  }

  function provide(target, code) {
    const { envPayload: env, limits } = code;
    hostProvide(
      target.handle, code.mainModule, code.names, code.kinds, code.contents, code.dateText, code.flags,
      env?.text ?? null, env?.special ?? false, env?.capabilities ?? null, env?.buffers ?? null,
      code.outbound, code.tails, code.streamingTails, limits?.cpuMs ?? -1, limits?.subRequests ?? -1,
    );
  }

  // A worker in the host's table. The worker is in use while its stubs, its entrypoints' or the callback that brings its
  // code can reach this.
  class Target {
    constructor(handle) {
      this.handle = handle;
      rt.use('rpc/stub').untilUnreachable(this, handle);
    }
  }

  // ---- the binding ----

  const loaderSlots = rt.slots();
  class WorkerLoader {
    constructor(token, id) {
      if (token !== TOKEN) throw rt.illegalConstructor();
      loaderSlots.set(this, id);
    }

    load(code) {
      if (!loaderSlots.has(this)) throw rt.illegalInvocation();
      if (arguments.length === 0 || (code !== null && code !== undefined && !isObject(code))) {
        throw rt.argumentError('load', 'WorkerLoader', 1, 'WorkerCode');
      }
      rt.io.require();
      const converted = convert(code);
      const target = new Target(hostLoad(loaderSlots.get(this)));
      provide(target, converted);
      return makeStub(target, converted.short);
    }

    get(name, callback) {
      if (!loaderSlots.has(this)) throw rt.illegalInvocation();
      if (arguments.length === 0) throw rt.argumentError('get', 'WorkerLoader', 1, 'string');
      if (typeof callback !== 'function') throw rt.argumentError('get', 'WorkerLoader', 2, 'function');
      rt.io.require();
      const anonymous = name === null || name === undefined;
      const found = hostGet(loaderSlots.get(this), anonymous ? null : `${name}`);
      // Negative: the worker is new, and its code comes from the callback in a turn of its own.
      const target = new Target(found < 0 ? -found : found);
      if (found < 0) rt.io.timer(0, () => runCallback(target, callback));
      return makeStub(target, false);
    }
  }
  rt.expose(WorkerLoader);

  function runCallback(target, callback) {
    const failed = (error) => hostFail(target.handle, rt.use('rpc/errors').write(error, false));
    const release = rt.io.hold();
    let result;
    try {
      result = callback();
    } catch (error) {
      release();
      return failed(error);
    }
    PromisePrototypeThen(Promise.resolve(result), (code) => {
      release();
      try {
        if (code !== null && code !== undefined && !isObject(code)) throw new TypeError("Callback returned incorrect type; expected 'Promise'");
        provide(target, convert(code));
      } catch (error) {
        failed(error);
      }
    }, (error) => {
      release();
      failed(error);
    });
  }

  // ---- the stub of a worker ----

  const stubSlots = rt.slots();
  class WorkerStub {
    constructor(token, target) {
      if (token !== TOKEN) throw rt.illegalConstructor();
      stubSlots.set(this, { target, owner: rt.io.current() });
    }

    getEntrypoint(name, options) {
      if (!stubSlots.has(this)) throw rt.illegalInvocation();
      rt.io.check(stubSlots.get(this).owner, 'WorkerStubChannel');
      return entrypoint(stubSlots.get(this).target, name, readOptions('getEntrypoint', options));
    }

    getDurableObjectClass(name, options) {
      if (!stubSlots.has(this)) throw rt.illegalInvocation();
      rt.io.check(stubSlots.get(this).owner, 'WorkerStubChannel');
      const { target } = stubSlots.get(this);
      return rt.use('binding/durable-object').dynamicClass(target, entrypointName(name), readOptions('getDurableObjectClass', options));
    }
  }
  rt.expose(WorkerStub);

  const entrypointName = (name) => (name === undefined || name === null ? 'default' : `${name}`);

  function readOptions(method, options) {
    if (options === undefined || options === null) return { payload: null, limits: null };
    if (!isObject(options)) throw rt.argumentError(method, 'WorkerStub', 2, 'EntrypointOptions');
    const { props } = options;
    if (props !== undefined && !isObject(props)) throw rt.fieldError('props', 'EntrypointOptions', 'Object');
    const limits = readLimits(options.limits, 'EntrypointOptions');
    return { payload: props === undefined ? null : rt.use('rpc/clone').write(props, 'env', undefined, 'props'), limits };
  }

  function entrypoint(target, name, { payload, limits }) {
    const stubs = rt.use('rpc/stub');
    const handle = hostEntrypoint(
      target.handle, entrypointName(name), payload?.text ?? null, payload?.special ?? false, payload?.capabilities ?? null,
      payload?.buffers ?? null, limits?.cpuMs ?? -1, limits?.subRequests ?? -1,
    );
    const stub = stubs.entrypointStub(handle, stubs.Fetcher, rt.io.current(), true);
    stubs.rootOf(stub).target = target;
    return stub;
  }

  function makeStub(target, short) {
    const stub = new WorkerStub(TOKEN, target);
    if (short) {
      ObjectDefineProperty(stub, 'fetch', {
        value: (...args) => stub.getEntrypoint().fetch(...args),
        writable: true,
        enumerable: false,
        configurable: true,
      });
    }
    return stub;
  }

  const makeLoader = (id) => new WorkerLoader(TOKEN, id);
  return { WorkerLoader, WorkerStub, makeLoader };
})
