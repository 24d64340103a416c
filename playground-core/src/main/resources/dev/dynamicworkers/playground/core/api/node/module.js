// node:module.
(function (rt) {
  'use strict';
  const { Error, Object, URL } = { ...rt.primordials, URL: rt.global.URL };
  const { withCode, invalidArgValue } = rt.use('node/errors');
  const { refusing } = rt.use('node/refusing');

  const createRequire = (path) => {
    const text = path instanceof URL ? path.href : path;
    if (typeof text !== 'string' || !/^(file:|\/)/.test(text)) {
      throw invalidArgValue('path', path, 'The argument must be a file URL object, a file URL string, or an absolute path string.');
    }
    const require = (name) => {
      const module = rt.private.nodeModule?.(name);
      if (module === undefined) throw withCode(Error, 'MODULE_NOT_FOUND', `Cannot find module '${name}'`);
      return module;
    };
    require.resolve = (name) => name;
    return require;
  };

  const { names, prefixed } = rt.use('node/names');
  const exports = refusing(
    'module',
    '_debug _findPath _initPaths _load _nodeModulePaths _preloadModules _resolveFilename _resolveLookupPaths findPackageJSON findSourceMap '
      + 'register registerHooks runMain setSourceMapsSupport stripTypeScriptTypes wrap',
    'Module SourceMap',
    {
      createRequire,
      builtinModules: [...names, ...prefixed.map((name) => `node:${name}`)],
      isBuiltin: (name) => {
        const text = `${name}`;
        return text.startsWith('node:') ? names.includes(text.slice(5)) || prefixed.includes(text.slice(5)) : names.includes(text);
      },
      syncBuiltinESMExports() {},
      enableCompileCache() {},
      flushCompileCache() {},
      getCompileCacheDir() {},
      getSourceMapsSupport: () => ({ __proto__: null, enabled: false, nodeModules: false, generatedCode: false }),
      globalPaths: [],
      constants: { compileCacheStatus: { __proto__: null, FAILED: 0, ENABLED: 1, ALREADY_ENABLED: 2, DISABLED: 3 } },
      _cache: { __proto__: null },
      _pathCache: { __proto__: null },
      _extensions: { '.js'() {}, '.json'() {}, '.node'() {} },
    },
  );
  const { Module } = exports;
  return Object.assign(Module, exports);
})
