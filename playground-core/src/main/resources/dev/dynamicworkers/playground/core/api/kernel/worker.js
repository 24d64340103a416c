// The worker that this isolate runs: its compatibility settings, its env and its main module, and how it starts.
(function (rt) {
  'use strict';
  const { Promise, Object, Error, Map, ObjectDefineProperty, ObjectKeys, ReflectOwnKeys, JSONParse } = rt.primordials;
  const started = rt.host('worker.started');
  const importModule = rt.host('worker.importer')();
  const worker = rt.worker;
  worker.entrypoints = new Map();
  worker.isScript = false;

  function configure(date, flags) {
    rt.compat.set(date, flags);
    rt.compat.settle();
    if (!rt.compat.has('expose_global_message_channel')) {
      rt.removeGlobal('MessageChannel');
      rt.removeGlobal('MessagePort');
    }
    if (!rt.compat.has('global_navigator')) rt.removeGlobal('navigator');
    if (!rt.compat.has('enable_weak_ref')) {
      rt.removeGlobal('WeakRef');
      rt.removeGlobal('FinalizationRegistry');
    }
    rt.use('performance/date').install();
    if (rt.compat.has('nodejs_compat_v2')) rt.use('node/globals');
  }

  // The host has bound the values of env: plain JSON, a clone payload, or both, and the bindings that are objects.
  // narrowing: what the overlay takes out of the values, before any guest code sees them.
  function setEnv(payload, bindings, narrowing) {
    const env = payload === null ? {} : rt.use('rpc/clone').read(payload);
    if (narrowing !== null) narrow(env, JSONParse(narrowing));
    if (bindings !== null) rt.use('binding/env').addBindings(env, bindings);
    worker.env = env;
  }

  // A main module that exports nothing is a script in service-worker syntax: its bindings are global variables.
  function exposeEnv() {
    worker.isScript = true;
    for (const key of ObjectKeys(worker.env)) {
      ObjectDefineProperty(rt.global, key, { __proto__: null, value: worker.env[key], writable: true, enumerable: true, configurable: true });
    }
  }

  function narrow(env, { off, values }) {
    for (const key of off) delete env[key];
    for (const key of ObjectKeys(values)) env[key] = values[key];
  }

  const VALUE_TYPE = 'function or ExportedHandler';

  function classify(namespace) {
    const workers = rt.loaded('modules/workers');
    for (const name of ReflectOwnKeys(namespace)) {
      if (typeof name === 'symbol') continue;
      const value = namespace[name];
      if (value === null || value === undefined || (typeof value !== 'object' && typeof value !== 'function')) {
        throw new rt.primordials.TypeError(
          `Incorrect type for map entry '${name}': the provided value is not of type '${VALUE_TYPE}'.`,
        );
      }
      worker.entrypoints.set(name, { name, value, kind: kindOf(value, workers) });
    }
  }

  function kindOf(value, workers) {
    if (typeof value !== 'function') return 'object';
    if (workers !== undefined) {
      if (value.prototype instanceof workers.WorkerEntrypoint) return 'entrypoint';
      if (value.prototype instanceof workers.WorkflowEntrypoint) return 'workflow';
      if (value.prototype instanceof workers.DurableObject) return 'durableObject';
    }
    return 'class';
  }

  // The module by which generated modules reach the runtime is there before any of them.
  function importMain(mainPath, internalPath) {
    if (internalPath === null) return importModule(mainPath);
    return importModule(internalPath).then((internal) => {
      internal.init(rt.use);
      return importModule(mainPath);
    });
  }

  // A script runs at once, in sloppy mode, and exports nothing; null for a text that only a module can have.
  function compileScript(mainPath) {
    try {
      return rt.host('modules.script')(mainPath);
    } catch {
      return null;
    }
  }

  function runScript(run) {
    try {
      rt.primordials.Reflect.apply(run, undefined, []);
      return Promise.resolve({});
    } catch (error) {
      return Promise.reject(error);
    }
  }

  function begin(mainPath, internalPath) {
    rt.setStarting(true);
    const script = worker.isScript ? compileScript(mainPath) : null;
    (script === null ? importMain(mainPath, internalPath) : runScript(script)).then(
      (namespace) => {
        try {
          classify(namespace);
          worker.main = namespace;
        } catch (error) {
          return fail(error);
        }
        rt.setStarting(false);
        started(true, '', '', '', null);
      },
      fail,
    );
  }

  function fail(error) {
    rt.setStarting(false);
    const { describe, causesOf } = rt.use('io/report');
    const { name, message, stack } = describe(error);
    started(false, name, message, stack, causesOf(error));
  }

  function start(invocation, date, flags, payloadText, payloadSpecial, payloadCapabilities, payloadBuffers, bindings, mainPath, internalPath, narrowing, isScript) {
    configure(date, flags);
    const payload =
      payloadText === null ? null : { text: payloadText, special: payloadSpecial, capabilities: payloadCapabilities, buffers: payloadBuffers };
    setEnv(payload, bindings, narrowing);
    if (isScript) exposeEnv();
    begin(mainPath, internalPath);
  }

  function testNames(invocation) {
    const names = [];
    for (const { 0: name, 1: entry } of worker.entrypoints) {
      const target = entry.kind === 'object' ? entry.value : entry.value.prototype;
      if (typeof target?.test === 'function') names.push(name);
    }
    return names.join('\n');
  }

  // All flags that there are, made when they are first looked at.
  let compatibilityFlags;
  const Cloudflare = {
    get compatibilityFlags() {
      if (compatibilityFlags === undefined) {
        compatibilityFlags = { __proto__: null };
        for (const name of rt.host('global.compatibilityFlags')().split(' ')) compatibilityFlags[name] = rt.compat.has(name);
        rt.primordials.Object.freeze(compatibilityFlags);
      }
      return compatibilityFlags;
    },
  };
  ObjectDefineProperty(Cloudflare, rt.primordials.Symbol.toStringTag, { value: 'Cloudflare' });
  return { configure, start, testNames, kindOf, Cloudflare };
})
