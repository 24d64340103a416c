// node:fs: files in memory, at once and told to callbacks.
(function (rt) {
  'use strict';
  const { Math, Object } = rt.primordials;
  const { Readable, Writable } = rt.use('node/stream');
  const { validateFunction } = rt.use('node/errors');
  const { Dir, Dirent, Stats } = rt.use('node/file-stats');
  const operations = rt.use('node/file-operations');
  const promises = rt.use('node/fs/promises');
  const process = rt.use('node/process');
  const { constants } = promises;
  const PIECE = 65_536;

  const NAMES = ('access appendFile chmod chown close copyFile cp fchmod fchown fdatasync fstat fsync ftruncate futimes glob lchmod lchown link lstat lutimes '
    + 'mkdir mkdtemp open opendir read readFile readdir readlink readv realpath rename rm rmdir stat statfs symlink truncate unlink utimes write '
    + 'writeFile writev').split(' ');
  // Those that tell a callback the buffers as well.
  const WITH_BUFFERS = ['read', 'readv', 'write', 'writev'];

  // How streams of both directions get their file, and let go of it.
  const OPENING = {
    _construct(callback) {
      try {
        this.fd ??= operations.open(this.path, this.flags);
        callback();
        this.emit('open', this.fd);
        this.emit('ready');
      } catch (error) {
        callback(error);
      }
    },
    _destroy(error, callback) {
      if (this.fd !== null) operations.close(this.fd);
      callback(error);
    },
  };

  class ReadStream extends Readable {
    bytesRead = 0;

    constructor(path, options) {
      const given = typeof options === 'string' ? { encoding: options } : options ?? {};
      super({ highWaterMark: given.highWaterMark ?? PIECE, encoding: given.encoding });
      Object.assign(this, { path, flags: given.flags ?? 'r', start: given.start, end: given.end ?? Infinity, fd: given.fd ?? null });
    }

    _read(size) {
      const at = (this.start ?? 0) + this.bytesRead;
      const buffer = rt.use('node/buffer').Buffer.alloc(Math.max(0, Math.min(size, PIECE, this.end - at + 1)));
      try {
        const count = buffer.length === 0 ? 0 : operations.read(this.fd, buffer, 0, buffer.length, at);
        this.bytesRead += count;
        this.push(count === 0 ? null : buffer.subarray(0, count));
      } catch (error) {
        this.destroy(error);
      }
    }

    close(callback) {
      if (callback) this.once('close', () => callback());
      this.destroy();
    }
  }

  class WriteStream extends Writable {
    bytesWritten = 0;

    constructor(path, options) {
      const given = typeof options === 'string' ? { defaultEncoding: options } : options ?? {};
      super({ defaultEncoding: given.encoding ?? given.defaultEncoding, highWaterMark: given.highWaterMark });
      Object.assign(this, { path, flags: given.flags ?? 'w', start: given.start, fd: given.fd ?? null });
    }

    _write(chunk, encoding, callback) {
      try {
        const position = this.start === undefined ? undefined : this.start + this.bytesWritten;
        this.bytesWritten += operations.write(this.fd, chunk, 0, chunk.length, position);
        callback();
      } catch (error) {
        callback(error);
      }
    }

    close(callback) {
      if (callback) this.once('close', () => callback());
      this.end();
    }
  }

  for (const Class of [ReadStream, WriteStream]) {
    for (const name of Object.keys(OPENING)) Object.defineProperty(Class.prototype, name, { __proto__: null, value: OPENING[name], writable: true, configurable: true });
  }

  const fs = {
    Dir, Dirent, Stats, ReadStream, WriteStream, FileReadStream: ReadStream, FileWriteStream: WriteStream, constants, promises,
    F_OK: constants.F_OK, R_OK: constants.R_OK, W_OK: constants.W_OK, X_OK: constants.X_OK,
    createReadStream: (path, options) => new ReadStream(path, options),
    createWriteStream: (path, options) => new WriteStream(path, options),
    existsSync: operations.exists,
    exists(path, callback) {
      validateFunction(callback, 'callback');
      process.nextTick(callback, operations.exists(path));
    },
    openAsBlob: async (path, options) => new rt.global.Blob([operations.readFile(path)], options),
    watch: operations.unsupported,
    watchFile: operations.unsupported,
    unwatchFile: operations.unsupported,
  };

  for (const name of NAMES) {
    const work = operations[name];
    fs[`${name}Sync`] = work;
    fs[name] = { [name](...args) {
      const callback = args.pop();
      validateFunction(callback, 'callback');
      let result;
      try {
        result = work(...args);
      } catch (error) {
        // Mistakes of the caller are thrown, what goes wrong with files is told.
        if (error?.syscall === undefined) throw error;
        process.nextTick(callback, error);
        return;
      }
      process.nextTick(callback, null, result, ...(WITH_BUFFERS.includes(name) ? [args[1]] : []));
    } }[name];
  }
  for (const name of ['realpath', 'realpathSync']) fs[name].native = fs[name];
  return Object.defineProperty(fs, 'default', { __proto__: null, value: fs, enumerable: false });
})
