// What node:fs tells about a file: Stats, Dirent and Dir.
(function (rt) {
  'use strict';
  const { BigInt, Date, Object } = rt.primordials;
  const DIRECTORY = 0o040000, FILE = 0o100000, LINK = 0o120000, DEVICE = 0o020000;

  const modeOf = (node) => {
    const type = node.kind === 'directory' ? DIRECTORY : node.kind === 'file' ? FILE : node.kind === 'link' ? LINK : DEVICE;
    return type | (node.isWritable || node.kind === 'device' ? 0o666 : 0o444);
  };

  const answers = (kindOf) => ({
    isFile() { return kindOf(this) === 'file'; },
    isDirectory() { return kindOf(this) === 'directory'; },
    isSymbolicLink() { return kindOf(this) === 'link'; },
    isCharacterDevice() { return kindOf(this) === 'device'; },
    isBlockDevice() { return false; },
    isFIFO() { return false; },
    isSocket() { return false; },
  });
  const addAnswers = (Class, kindOf) => Object.defineProperties(Class.prototype, Object.fromEntries(
    Object.entries(answers(kindOf)).map(([name, value]) => [name, { __proto__: null, value, writable: true, configurable: true }]),
  ));

  const kinds = rt.slots();
  class Stats {
    constructor(node, isBig) {
      kinds.set(this, node.kind);
      const number = isBig ? BigInt : (value) => value;
      const [accessed, modified] = node.times;
      Object.assign(this, {
        dev: number(node.kind === 'device' ? 1 : 0), ino: number(0), mode: number(modeOf(node)), nlink: number(1), uid: number(0), gid: number(0),
        rdev: number(0), size: number(node.kind === 'file' ? node.bytes.length : 0), blksize: number(0), blocks: number(0),
      });
      for (const [name, millis] of [['atime', accessed], ['mtime', modified], ['ctime', modified], ['birthtime', 0]]) {
        this[`${name}Ms`] = number(millis);
        this[`${name}Ns`] = BigInt(millis) * 1_000_000n;
        this[name] = new Date(millis);
      }
    }
  }
  addAnswers(Stats, (stats) => kinds.get(stats));

  class Dirent {
    constructor(name, parentPath, kind) {
      kinds.set(this, kind);
      this.name = name;
      this.parentPath = parentPath;
    }
  }
  addAnswers(Dirent, (entry) => kinds.get(entry));

  class Dir {
    constructor(path, entries) {
      this.path = path;
      Object.defineProperty(this, 'left', { __proto__: null, value: [...entries] });
    }
    readSync() { return this.left.shift() ?? null; }
    async read(callback) {
      const entry = this.readSync();
      if (typeof callback === 'function') callback(null, entry);
      return entry;
    }
    closeSync() { this.left.length = 0; }
    async close(callback) {
      this.closeSync();
      if (typeof callback === 'function') callback(null);
    }
    async* [rt.primordials.Symbol.asyncIterator]() {
      for (let entry = this.readSync(); entry !== null; entry = this.readSync()) yield entry;
    }
  }

  return { Dir, Dirent, Stats };
})
