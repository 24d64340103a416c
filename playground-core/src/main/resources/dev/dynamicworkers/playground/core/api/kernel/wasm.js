// The namespace WebAssembly: the engine's own, without the ways to make code of bytes while a handler runs.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Number, ObjectDefineProperty, Promise, Proxy, RangeError, Reflect, TypeError } = rt.primordials;
  const WebAssembly = rt.private.WebAssembly;
  const { Module, Memory, CompileError, compile, instantiate } = WebAssembly;
  // What one memory may have, in pages of 64 KiB: an isolate's own limit is 128 MiB.
  const MOST_PAGES = 2048;
  const INITIAL = "WebAssembly.Memory(): Property 'initial'";

  const isBytes = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  const refusal = (what) => new CompileError(`WebAssembly.${what}(): Wasm code generation disallowed by embedder`);

  const replace = (owner, name, value, enumerable) =>
    ObjectDefineProperty(owner, name, { value, writable: true, enumerable, configurable: true });

  const GuardedModule = new Proxy(Module, {
    __proto__: null,
    construct(target, args, newTarget) {
      if (!rt.isStarting()) throw refusal('Module');
      return Reflect.construct(target, args, newTarget === GuardedModule ? target : newTarget);
    },
  });
  replace(Module.prototype, 'constructor', GuardedModule, false);
  replace(WebAssembly, 'Module', GuardedModule, false);

  const GuardedMemory = new Proxy(Memory, {
    __proto__: null,
    construct(target, args, newTarget) {
      const initial = args[0]?.initial;
      if (typeof initial === 'string' && Number.isNaN(Number(initial))) throw new TypeError(`${INITIAL} must be convertible to a valid number`);
      if (initial < 0) throw new TypeError(`${INITIAL} must be non-negative`);
      if (initial > MOST_PAGES) throw new RangeError('WebAssembly.Memory(): could not allocate memory');
      return Reflect.construct(target, args, newTarget === GuardedMemory ? target : newTarget);
    },
  });
  replace(Memory.prototype, 'constructor', GuardedMemory, false);
  replace(WebAssembly, 'Memory', GuardedMemory, false);

  const functions = {
    compile(bytes) {
      return rt.isStarting() ? compile(bytes) : Promise.reject(refusal('compile'));
    },
    instantiate(source, imports) {
      if (source instanceof Module || (isBytes(source) && rt.isStarting())) return instantiate(source, imports);
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
