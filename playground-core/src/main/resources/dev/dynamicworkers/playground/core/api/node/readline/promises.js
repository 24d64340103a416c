// node:readline/promises.
(function (rt) {
  'use strict';
  const { Interface, createInterface } = rt.use('node/readline/interface');

  class Readline {
    clearLine() { return this; }
    clearScreenDown() { return this; }
    cursorTo() { return this; }
    moveCursor() { return this; }
    async commit() {}
    rollback() { return this; }
  }

  return { __proto__: null, Interface, Readline, createInterface };
})
