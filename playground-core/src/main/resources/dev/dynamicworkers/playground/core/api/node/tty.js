// node:tty: no stream is a terminal.
(function (rt) {
  'use strict';

  class ReadStream {
    isRaw = false;
    isTTY = false;

    constructor(fd) { this.fd = fd; }
    setRawMode(isRaw) {
      this.isRaw = isRaw;
      return this;
    }
  }

  class WriteStream {
    columns = 0;
    rows = 0;
    isTTY = false;

    constructor(fd) { this.fd = fd; }
    clearLine(direction, callback) { callback?.(); return false; }
    clearScreenDown(callback) { callback?.(); return false; }
    cursorTo(x, y, callback) { (typeof y === 'function' ? y : callback)?.(); return false; }
    moveCursor(x, y, callback) { callback?.(); return false; }
    getColorDepth() { return 1; }
    hasColors() { return false; }
    getWindowSize() { return [this.columns, this.rows]; }
    write(text, encoding, callback) { (typeof encoding === 'function' ? encoding : callback)?.(); return false; }
  }

  return { ReadStream, WriteStream, isatty: () => false };
})
