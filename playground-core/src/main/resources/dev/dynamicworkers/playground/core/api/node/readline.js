// node:readline: there is no terminal to read lines from.
(function (rt) {
  'use strict';
  const { Interface, createInterface } = rt.use('node/readline/interface');
  const no = () => false;
  return {
    Interface, createInterface, clearLine: no, clearScreenDown: no, cursorTo: no, moveCursor: no, emitKeypressEvents() {},
    promises: rt.use('node/readline/promises'),
  };
})
