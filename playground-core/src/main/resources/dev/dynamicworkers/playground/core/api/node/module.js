// node:module.
(function (rt) {
  'use strict';
  const { Error } = rt.primordials;
  const { withCode, notImplemented } = rt.use('node/errors');

  const createRequire = (path) => {
    if (path === undefined) throw rt.use('node/errors').invalidArgValue('filename', path, 'must be a file URL object, file URL string, or absolute path string');
    const require = (name) => {
      const module = rt.private.nodeModule?.(name);
      if (module === undefined) throw withCode(Error, 'MODULE_NOT_FOUND', `Cannot find module '${name}'`);
      return module;
    };
    require.resolve = (name) => name;
    return require;
  };

  const builtinModules = rt.use('node/names').names;

  return {
    createRequire,
    builtinModules,
    isBuiltin: (name) => builtinModules.includes(`${name}`.replace(/^node:/, '')),
    findSourceMap: () => undefined,
    syncBuiltinESMExports() {},
    register() { throw notImplemented('module.register'); },
  };
})
