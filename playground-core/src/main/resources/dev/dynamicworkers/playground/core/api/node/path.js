// node:path. Paths are POSIX paths; functions for those of Windows refuse.
(function (rt) {
  'use strict';
  const { ObjectKeys } = rt.primordials;
  const path = rt.use('node/npm').require('path-browserify', 'index.js');
  const win32 = { sep: '\\', delimiter: ';', posix: path };
  for (const name of ObjectKeys(path)) {
    if (typeof path[name] === 'function') {
      win32[name] = () => {
        throw rt.use('node/errors').notImplemented(`path.win32.${name}`);
      };
    }
  }
  win32.win32 = win32;
  path.win32 = win32;
  path.toNamespacedPath ??= (value) => value;
  path.matchesGlob ??= () => {
    throw rt.use('node/errors').notImplemented('path.matchesGlob');
  };
  return path;
})
