// node:util.
(function (rt) {
  'use strict';
  const { Array, Date, Error, Map, Number, Object, Promise, Reflect, RegExp, Set, String, Symbol } = rt.primordials;
  const { inspect } = rt.use('console/inspect');
  const types = rt.use('node/util/types');
  const { invalidArgType, invalidArgValue, validateFunction, validateString, withCode } = rt.use('node/errors');

  const kPromisified = Symbol.for('nodejs.util.promisify.custom');
  const own = (target, key, value) =>
    Object.defineProperty(target, key, { __proto__: null, value, enumerable: false, writable: false, configurable: true });

  const promisify = (original) => {
    validateFunction(original, 'original');
    if (original[kPromisified] !== undefined) {
      validateFunction(original[kPromisified], 'util.promisify.custom');
      return own(original[kPromisified], kPromisified, original[kPromisified]);
    }
    function promisified(...args) {
      return new Promise((resolve, reject) => {
        Reflect.apply(original, this, [...args, (error, value) => (error ? reject(error) : resolve(value))]);
      });
    }
    Object.setPrototypeOf(promisified, Object.getPrototypeOf(original));
    own(promisified, kPromisified, promisified);
    const descriptors = Object.getOwnPropertyDescriptors(original);
    return Object.defineProperties(promisified, descriptors);
  };
  promisify.custom = kPromisified;

  const callbackify = (original) => {
    validateFunction(original, 'original');
    function callbackified(...args) {
      const callback = args.pop();
      validateFunction(callback, 'last argument');
      const { nextTick } = rt.use('node/process');
      Reflect.apply(original, this, args).then(
        (value) => nextTick(callback, null, value),
        (reason) => {
          const error = reason || Object.assign(withCode(Error, 'ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value'), { reason });
          nextTick(callback, error);
        },
      );
    }
    const descriptors = Object.getOwnPropertyDescriptors(original);
    if (typeof descriptors.length?.value === 'number') descriptors.length.value++;
    if (typeof descriptors.name?.value === 'string') descriptors.name.value += 'Callbackified';
    return Object.defineProperties(callbackified, descriptors);
  };

  const inherits = (constructor, superConstructor) => {
    validateFunction(constructor, 'ctor');
    validateFunction(superConstructor, 'superCtor');
    if (superConstructor.prototype === undefined) throw invalidArgType('superCtor.prototype', 'Object', undefined);
    Object.defineProperty(constructor, 'super_', { __proto__: null, value: superConstructor, writable: true, configurable: true });
    Object.setPrototypeOf(constructor.prototype, superConstructor.prototype);
  };

  const warned = new Set();
  const deprecate = (fn, message, code) => {
    // The platform tells nobody of it but those who listen.
    let isTold = false;
    function deprecated(...args) {
      if (!isTold && !warned.has(code)) {
        isTold = true;
        if (code !== undefined) warned.add(code);
        rt.use('node/process').emitWarning(message, 'DeprecationWarning', code);
      }
      return new.target ? Reflect.construct(fn, args, new.target) : Reflect.apply(fn, this, args);
    }
    Object.setPrototypeOf(deprecated, fn);
    if (fn.prototype) deprecated.prototype = fn.prototype;
    return deprecated;
  };

  const formatAll = (...args) => rt.use('console/format').format(args);
  const formatWithOptions = (options, ...args) => {
    if (typeof options !== 'object' || options === null) throw invalidArgType('inspectOptions', 'Object', options);
    return rt.use('console/format').format(args, options);
  };

  let debugNames;
  const debuglog = (name) => {
    const enabled = () => {
      debugNames ??= String(rt.use('node/process').env.NODE_DEBUG ?? '').toUpperCase().split(/[\s,]+/);
      return debugNames.includes(String(name).toUpperCase());
    };
    const log = (...args) => {
      if (enabled()) rt.io.log('debug', `${String(name).toUpperCase()} 1: ${formatAll(...args)}`, null);
    };
    return Object.defineProperty(log, 'enabled', { __proto__: null, get: enabled, configurable: true });
  };

  const ANSI = /[\u001b\u009b][[\]()#;?]*(?:(?:(?:(?:;[-a-zA-Z\d/#&.:=?%@~_]+)*|[a-zA-Z\d]+(?:;[-a-zA-Z\d/#&.:=?%@~_]*)*)?\u0007)|(?:(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-ntqry=><~]))/g;
  const STYLES = {
    __proto__: null, reset: [0, 0], bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], inverse: [7, 27], hidden: [8, 28],
    strikethrough: [9, 29], black: [30, 39], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39], magenta: [35, 39],
    cyan: [36, 39], white: [37, 39], gray: [90, 39], grey: [90, 39],
  };
  const styleText = (format, text) => {
    validateString(text, 'text');
    const names = Array.isArray(format) ? format : [format];
    return names.reduceRight((styled, name) => {
      const codes = STYLES[name];
      if (codes === undefined) throw invalidArgValue('format', name);
      return `\u001b[${codes[0]}m${styled}\u001b[${codes[1]}m`;
    }, text);
  };

  // The format of .env files: NAME=value lines, values bare or in one of three quotes.
  const ENV_LINE = /^\s*(?:export\s+)?([\w.-]+)\s*=[^\S\n]*('(?:[^']*)'|"(?:[^"]*)"|`(?:[^`]*)`|[^\n#]*)/gm;
  const parseEnv = (content) => {
    const result = {};
    for (const [, name, raw] of content.replaceAll('\r\n', '\n').matchAll(ENV_LINE)) {
      const text = raw.trim();
      const quote = /^(['"`])[^]*\1$/.exec(text)?.[1];
      const inner = quote === undefined ? text : text.slice(1, -1);
      result[name] = quote === '"' ? inner.replaceAll('\\n', '\n') : inner;
    }
    return result;
  };

  const CALL_SITE = /^\s*at (?:(.*) \()?(.*):(\d+):(\d+)\)?$/;
  const callSites = (stack) => {
    const sites = stack.split('\n').map((line) => CALL_SITE.exec(line)).filter((found) => found !== null);
    return sites.slice(1).map(([, functionName = '', scriptName, line, column]) => ({
      functionName, scriptName, lineNumber: Number(line), columnNumber: Number(column), column: Number(column),
    }));
  };

  const isPrimitive = (value) => value === null || (typeof value !== 'object' && typeof value !== 'function');

  const util = {
    inspect,
    format: formatAll,
    formatWithOptions,
    promisify,
    callbackify,
    inherits,
    deprecate,
    debuglog,
    debug: debuglog,
    types,
    styleText,
    isDeepStrictEqual: (a, b) => rt.use('node/comparisons').isDeepStrictEqual(a, b),
    stripVTControlCharacters: (text) => {
      validateString(text, 'str');
      return text.replace(ANSI, '');
    },
    toUSVString: (text) => String(text).toWellFormed(),
    log: (...args) => rt.use('console/console').console.log(formatAll(...args)),
    parseArgs: (config) => rt.use('node/parse-args').parseArgs(config),
    aborted: (signal) => new Promise((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    }),
    getSystemErrorName: (number) => rt.use('node/system-errors').name(number),
    getSystemErrorMap: () => rt.use('node/system-errors').all(),
    getSystemErrorMessage: (number) => rt.use('node/system-errors').text(number),
    diff: (actual, expected) => rt.use('node/diff').diff(actual, expected),
    setTraceSigInt() {},
    getCallSite: () => callSites(new Error().stack),
    _errnoException() { throw rt.use('node/errors').notImplemented('_errnoException'); },
    _exceptionWithHostPort() { throw rt.use('node/errors').notImplemented('_exceptionWithHostPort'); },
    transferableAbortController: () => new (rt.use('events/abort').AbortController)(),
    transferableAbortSignal: (signal) => signal,
    get TextEncoder() { return rt.global.TextEncoder; },
    get TextDecoder() { return rt.global.TextDecoder; },
    get MIMEType() { return rt.use('node/mime').MIMEType; },
    get MIMEParams() { return rt.use('node/mime').MIMEParams; },
    parseEnv: (content) => {
      validateString(content, 'content');
      return parseEnv(content);
    },
    getCallSites: () => callSites(new Error().stack),
    convertProcessSignalToExitCode: (signal) => {
      const number = rt.use('node/constants')[signal];
      if (!String(signal).startsWith('SIG') || number === undefined) throw invalidArgValue('signal', signal);
      return 128 + number;
    },
    isArray: Array.isArray,
    isBoolean: (value) => typeof value === 'boolean',
    isBuffer: (value) => rt.use('node/buffer').Buffer.isBuffer(value),
    isDate: (value) => value instanceof Date,
    isError: (value) => value instanceof Error,
    isFunction: (value) => typeof value === 'function',
    isNull: (value) => value === null,
    isNullOrUndefined: (value) => value === null || value === undefined,
    isNumber: (value) => typeof value === 'number',
    isObject: (value) => value !== null && typeof value === 'object',
    isPrimitive,
    isRegExp: (value) => value instanceof RegExp,
    isString: (value) => typeof value === 'string',
    isSymbol: (value) => typeof value === 'symbol',
    isUndefined: (value) => value === undefined,
    _extend: (target, source) => (isPrimitive(source) ? target : Object.assign(target, source)),
  };

  return util;
})
