// An interface of node:readline: events and fields, but no terminal behind it.
(function (rt) {
  'use strict';
  const EventEmitter = rt.use('node/events');
  const { notImplemented } = rt.use('node/errors');

  class Interface extends EventEmitter {
    terminal = false;
    line = '';
    cursor = 0;

    getPrompt() { return ''; }
    setPrompt() {}
    prompt() {}
    question() { throw notImplemented('readline.question'); }
    resume() { return this; }
    pause() { return this; }
    write() {}
    close() {}
    getCursorPos() { return { rows: 0, cols: 0 }; }
    async *[rt.primordials.Symbol.asyncIterator]() {}
  }

  return { Interface, createInterface: () => new Interface() };
})
