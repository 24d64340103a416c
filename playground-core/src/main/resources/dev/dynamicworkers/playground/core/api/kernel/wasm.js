// The namespace WebAssembly: the engine's own, without the ways to make code of bytes while a handler runs.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Error, Number, ObjectDefineProperty, Promise, Proxy, RangeError, Reflect, String, TypeError } = rt.primordials;
  const WebAssembly = rt.private.WebAssembly;
  const { Module, Instance, Memory, Table, Global, CompileError, LinkError, compile, instantiate } = WebAssembly;
  // What one memory may have, in pages of 64 KiB: an isolate's own limit is 128 MiB.
  const MOST_PAGES = 2048;
  const INITIAL = "WebAssembly.Memory(): Property 'initial'";

  const isBytes = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  const refusal = (what) => new CompileError(`WebAssembly.${what}(): Wasm code generation disallowed by embedder`);

  const replace = (owner, name, value, enumerable) =>
    ObjectDefineProperty(owner, name, { value, writable: true, enumerable, configurable: true });

  // A class whose calls without `new`, and whose construction, answer as the platform does.
  const guard = (Class, name, construct) => {
    const guarded = new Proxy(Class, {
      __proto__: null,
      apply() {
        throw new TypeError(`${name === 'Instance' ? '' : `WebAssembly.${name}(): `}WebAssembly.${name} must be invoked with 'new'`);
      },
      construct(target, args, newTarget) {
        const Kind = newTarget === guarded ? target : newTarget;
        return construct === undefined ? Reflect.construct(target, args, Kind) : construct(args, Kind);
      },
    });
    replace(Class.prototype, 'constructor', guarded, false);
    replace(WebAssembly, name, guarded, false);
  };

  guard(Module, 'Module', (args, Kind) => {
    if (!rt.isStarting()) throw refusal('Module');
    return Reflect.construct(Module, args, Kind);
  });
  guard(Memory, 'Memory', (args, Kind) => {
    const initial = args[0]?.initial;
    if (typeof initial === 'string' && Number.isNaN(Number(initial))) throw new TypeError(`${INITIAL} must be convertible to a valid number`);
    if (initial < 0) throw new TypeError(`${INITIAL} must be non-negative`);
    if (initial > MOST_PAGES) throw new RangeError('WebAssembly.Memory(): could not allocate memory');
    return Reflect.construct(Memory, args, Kind);
  });
  guard(Table, 'Table');
  guard(Global, 'Global');

  // What the engine says of imports that do not fit, in the platform's words.
  const LINKING = [
    [/Imported value is not callable$/, 'function import requires a callable'],
    [/Imported value is not a WebAssembly\.Global object$|can only be stored in valtype/, 'global import must be a number, valid Wasm reference, or WebAssembly.Global object'],
    [/Imported value is not a WebAssembly\.Memory object$/, 'memory import must be a WebAssembly.Memory object'],
    [/Imported value is not a WebAssembly\.Table object$/, 'table import requires a WebAssembly.Table'],
  ];
  const linkError = (error, module, imports, what) => {
    const text = String(error?.message);
    const place = /^Import #\d+ "[^]*?" "[^]*?": /.exec(text)?.[0];
    if (error instanceof LinkError && place !== undefined) {
      const known = LINKING.find(([pattern]) => pattern.test(text));
      return new LinkError(`WebAssembly.${what}(): ${place}${known === undefined ? text.slice(place.length) : known[1]}`);
    }
    if (!(error instanceof TypeError) || !(module instanceof Module)) return error;
    if (imports !== undefined && typeof imports !== 'object' && typeof imports !== 'function') {
      return new TypeError(`WebAssembly.${what}(): Argument 1 must be an object`);
    }
    if (imports === undefined || imports === null) return new TypeError(`WebAssembly.${what}(): Imports argument must be present and must be an object`);
    const named = /^Imported module "([^]*)" is not an object: /.exec(text)?.[1];
    if (named === undefined) return error;
    const at = Module.imports(module).findIndex((each) => each.module === named);
    return new TypeError(`WebAssembly.${what}(): Import #${at} "${named}": module is not an object or function`);
  };

  guard(Instance, 'Instance', (args, Kind) => {
    try {
      return Reflect.construct(Instance, args, Kind);
    } catch (error) {
      throw linkError(error, args[0], args[1], 'Instance');
    }
  });

  // Methods whose errors the engine words in its own way.
  const reword = (Class, name, method, words) => {
    const own = Class.prototype[method];
    const { [method]: worded } = {
      [method](...args) {
        try {
          return Reflect.apply(own, this, args);
        } catch (error) {
          const text = words(String(error?.message), args, this);
          throw text === undefined ? error : new error.constructor(`WebAssembly.${name}.${method}(): ${text}`);
        }
      },
    };
    ObjectDefineProperty(worded, 'length', { __proto__: null, value: own.length, configurable: true });
    replace(Class.prototype, method, worded, true);
  };
  const argument = (text) => (/ must be (?:non-negative|convertible to a valid number)/.test(text) ? `Argument 0${text.slice(text.indexOf(' must be'))}` : undefined);
  const address = (text, args, table) => (text.startsWith('Table index out of bounds') ? `invalid address ${args[0]} in table of size ${table.length}` : undefined);
  reword(Memory, 'Memory', 'grow', (text) => (text.startsWith('Cannot grow') ? 'Maximum memory size exceeded' : argument(text)));
  reword(Table, 'Table', 'grow', (text, args) => (text.startsWith('Cannot grow') ? `failed to grow table by ${args[0]}` : argument(text)));
  reword(Table, 'Table', 'get', (text, args, table) => address(text, args, table) ?? argument(text));
  reword(Table, 'Table', 'set', (text, args, table) => {
    if (text !== 'value is not an exported function') return address(text, args, table) ?? argument(text);
    return 'Argument 1 is invalid for table: function-typed object must be null (if nullable) or a Wasm function object';
  });

  // What the engine does not have. The classes that suspend (`Suspending`, `promising`) stay absent: programs look for them to choose another way.
  for (const name of ['Tag', 'Exception', 'JSTag']) {
    const refuse = () => {
      throw new Error(`WebAssembly.${name} is not supported by the playground: its engine runs no WebAssembly code that throws or catches exceptions.`);
    };
    const absent = { [name]: function () { refuse(); } }[name];
    if (name === 'JSTag') ObjectDefineProperty(WebAssembly, name, { __proto__: null, get: refuse, enumerable: false, configurable: true });
    else replace(WebAssembly, name, absent, false);
  }

  const functions = {
    compile(bytes) {
      return rt.isStarting() ? compile(bytes) : Promise.reject(refusal('compile'));
    },
    instantiate(source, ...more) {
      const [imports] = more;
      if (source instanceof Module || (isBytes(source) && rt.isStarting())) {
        return instantiate(source, imports).then(undefined, (error) => {
          throw linkError(error, source, imports, 'instantiate');
        });
      }
      if (isBytes(source)) return Promise.reject(refusal('instantiate'));
      return Promise.reject(
        new TypeError('WebAssembly.instantiate(): Argument 0 must be a buffer source or a WebAssembly.Module object'),
      );
    },
  };
  replace(WebAssembly, 'compile', functions.compile, true);
  replace(WebAssembly, 'instantiate', functions.instantiate, true);

  // A module of the worker's own code, which may be compiled at any time.
  const compileOwn = (bytes) => new Module(bytes);

  return { WebAssembly, compileOwn };
})
