// node:repl: names alone.
(function (rt) {
  'use strict';
  const { names } = rt.use('node/names');
  const { Symbol, SyntaxError } = rt.primordials;
  const modules = names.filter((name) => !name.startsWith('_'));

  class Recoverable extends SyntaxError {
    constructor(error) {
      super();
      this.err = error;
    }
  }

  return rt.use('node/refusing').refusing('', 'start writer', 'REPLServer', {
    Recoverable, builtinModules: modules, _builtinLibs: modules, REPL_MODE_SLOPPY: Symbol('repl-sloppy'), REPL_MODE_STRICT: Symbol('repl-strict'),
  });
})
