// node:path. Paths are POSIX paths here.
(function (rt) {
  'use strict';
  const path = rt.use('node/npm').require('path-browserify', 'index.js');
  path.win32 ??= path;
  path.toNamespacedPath ??= (value) => value;
  path.matchesGlob ??= () => {
    throw rt.use('node/errors').notImplemented('path.matchesGlob');
  };
  return path;
})
