// node:console.
(function (rt) {
  'use strict';
  const { Object } = rt.primordials;
  const { console } = rt.use('console/console');

  class Console {
    constructor() {
      throw rt.use('node/errors').notImplemented('new Console()');
    }
  }

  return Object.assign(Object.create(console), console, { Console, createTask: () => ({ run: (callback) => callback() }) });
})
