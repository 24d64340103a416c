// node:fs/promises: what files are asked for is there at once, and told in a promise.
(function (rt) {
  'use strict';
  const { Object, Symbol } = rt.primordials;
  const operations = rt.use('node/file-operations');
  const NAMES = ('access appendFile chmod chown copyFile cp lchmod lchown link lstat lutimes mkdir mkdtemp opendir readFile readdir readlink realpath '
    + 'rename rm rmdir stat statfs symlink truncate unlink utimes writeFile').split(' ');

  const descriptors = rt.slots();
  class FileHandle {
    constructor(fd) { descriptors.set(this, fd); }

    async read(buffer, ...rest) {
      const given = buffer?.buffer !== undefined && !rt.primordials.ArrayBuffer.isView(buffer) ? [buffer.buffer, buffer] : [buffer, ...rest];
      const target = given[0] ?? rt.use('node/buffer').Buffer.alloc(16_384);
      return { bytesRead: operations.read(descriptors.get(this), target, ...given.slice(1)), buffer: target };
    }
    async write(data, ...rest) { return { bytesWritten: operations.write(descriptors.get(this), data, ...rest), buffer: data }; }
    async readv(buffers, position) { return { bytesRead: operations.readv(descriptors.get(this), buffers, position), buffers }; }
    async writev(buffers, position) { return { bytesWritten: operations.writev(descriptors.get(this), buffers, position), buffers }; }
    async readFile(options) { return operations.readFile(descriptors.get(this), options); }
    async writeFile(data, options) { operations.writeFile(descriptors.get(this), data, options); }
    async appendFile(data, options) { operations.appendFile(descriptors.get(this), data, options); }
    async stat(options) { return operations.fstat(descriptors.get(this), options); }
    async truncate(length) { operations.ftruncate(descriptors.get(this), length); }
    async chmod(mode) { operations.fchmod(descriptors.get(this), mode); }
    async chown(uid, gid) { operations.fchown(descriptors.get(this), uid, gid); }
    async utimes(accessed, modified) { operations.futimes(descriptors.get(this), accessed, modified); }
    async sync() { operations.fsync(descriptors.get(this)); }
    async datasync() { operations.fdatasync(descriptors.get(this)); }
    async close() { operations.close(descriptors.get(this)); }
    async [Symbol.asyncDispose]() { return this.close(); }
  }

  const promises = {
    FileHandle,
    constants: rt.use('node/file-constants'),
    open: async (path, flags) => new FileHandle(operations.open(path, flags)),
    async* glob() { yield* operations.glob(); },
    watch: operations.unsupported,
  };
  for (const name of NAMES) {
    const work = operations[name];
    promises[name] = { async [name](...args) { return work(...args); } }[name];
  }
  return Object.defineProperty(promises, 'default', { __proto__: null, value: promises, enumerable: false });
})
