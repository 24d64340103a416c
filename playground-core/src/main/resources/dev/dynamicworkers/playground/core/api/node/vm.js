// node:vm: present, and refusing; contexts are plain objects.
(function (rt) {
  'use strict';
  const { WeakSet } = rt.primordials;
  const { validateObject } = rt.use('node/errors');
  const contexts = new WeakSet();

  class Script {
    cachedDataRejected = undefined;
    cachedDataProduced = undefined;
    cachedData = undefined;
    sourceMapURL = undefined;

    runInThisContext() { throw rt.use('node/errors').notImplemented('runInThisContext'); }
    runInContext() { throw rt.use('node/errors').notImplemented('runInContext'); }
    runInNewContext() { throw rt.use('node/errors').notImplemented('runInNewContext'); }
    createCachedData() { return rt.use('node/buffer').Buffer.alloc(0); }
  }

  return rt.use('node/refusing').refusing('', 'compileFunction measureMemory runInContext runInNewContext runInThisContext', '', {
    Script,
    createScript: (code, options) => new Script(code, options),
    createContext(object = {}) {
      validateObject(object, 'contextObject');
      contexts.add(object);
      return object;
    },
    isContext(object) {
      validateObject(object, 'object');
      return contexts.has(object);
    },
    constants: {
      __proto__: null,
      USE_MAIN_CONTEXT_DEFAULT_LOADER: rt.primordials.Symbol('vm_dynamic_import_main_context_default'),
      DONT_CONTEXTIFY: rt.primordials.Symbol('vm_context_no_contextify'),
    },
  });
})
