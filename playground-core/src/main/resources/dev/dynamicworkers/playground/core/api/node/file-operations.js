// What node:fs does, at once: its other functions are told of it later.
(function (rt) {
  'use strict';
  const { Array, ArrayBuffer, BigInt, Date, Error, Map, Math, Number, Object, TypeError, Uint8Array } = rt.primordials;
  const { invalidArgType, invalidArgValue, withCode } = rt.use('node/errors');
  const { Buffer } = rt.use('node/buffer');
  const { childOf, directory, existing, fail, file, isProtected, link, namesOf, pathOf, room, walk } = rt.use('node/file-tree');
  const { Dir, Dirent, Stats } = rt.use('node/file-stats');

  const COPYFILE_EXCL = 1, W_OK = 2;
  const FLAGS = {
    __proto__: null, r: { read: true }, rs: { read: true }, 'r+': { read: true, write: true }, 'rs+': { read: true, write: true },
    w: { write: true, creates: true, empties: true }, wx: { write: true, creates: true, empties: true, isNew: true },
    'w+': { read: true, write: true, creates: true, empties: true }, 'wx+': { read: true, write: true, creates: true, empties: true, isNew: true },
    a: { write: true, creates: true, appends: true }, ax: { write: true, creates: true, appends: true, isNew: true },
    'a+': { read: true, write: true, creates: true, appends: true }, 'ax+': { read: true, write: true, creates: true, appends: true, isNew: true },
  };
  const flagsOf = (flag) => FLAGS[flag] ?? (() => { throw invalidArgValue('flags', flag); })();
  const encodingOf = (options) => (typeof options === 'string' ? options : options?.encoding) ?? null;
  const shown = (bytes, encoding) => {
    const buffer = Buffer.from(bytes);
    return encoding === null || encoding === 'buffer' ? buffer : buffer.toString(encoding);
  };
  const dataOf = (data, encoding) => {
    if (typeof data === 'string') return Buffer.from(data, encoding ?? 'utf8');
    if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    throw invalidArgType('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  };

  // ---- bytes of a file ----

  const readAt = (node, position, length) => {
    if (node.kind === 'file') return node.bytes.subarray(position, position + length);
    if (node.kind !== 'device') throw fail('EISDIR', 'read');
    if (node.name === 'null') return new Uint8Array(0);
    const bytes = new Uint8Array(length);
    return node.name === 'random' ? rt.use('crypto/crypto').crypto.getRandomValues(bytes) : bytes;
  };

  const writeAt = (node, position, bytes, syscall) => {
    if (node.kind === 'directory') throw fail('EISDIR', syscall);
    if (!node.isWritable) throw fail('EPERM', syscall);
    if (node.kind === 'device') return bytes.length;
    const end = position + bytes.length;
    if (end > node.bytes.length) {
      const grown = new Uint8Array(end);
      grown.set(node.bytes);
      node.bytes = grown;
    }
    node.bytes.set(bytes, position);
    return bytes.length;
  };

  const resize = (node, length, syscall) => {
    if (node.kind === 'directory') throw fail('EISDIR', syscall);
    if (!node.isWritable) throw fail('EPERM', syscall);
    if (node.kind === 'device') return;
    const bytes = new Uint8Array(length);
    bytes.set(node.bytes.subarray(0, length));
    node.bytes = bytes;
  };

  // ---- open files ----

  const descriptors = new Map();
  let lastDescriptor = 2;
  const described = (fd, syscall) => {
    if (typeof fd !== 'number') throw invalidArgType('fd', 'number', fd);
    return descriptors.get(fd) ?? (() => { throw fail('EBADF', syscall); })();
  };

  const openNode = (path, flags, syscall) => {
    const place = walk(path, syscall);
    if (place.node === undefined) {
      if (!flags.creates) throw fail('ENOENT', syscall, path);
      if (place.parent === null) throw fail('ENOENT', syscall, path);
      place.node = file(true);
      room(place, syscall, path).set(place.name, place.node);
    } else if (flags.isNew) {
      throw fail('EEXIST', syscall, syscall === 'writeAll' ? undefined : path);
    } else if (flags.empties && place.node.kind === 'file') {
      resize(place.node, 0, syscall);
    }
    return place.node;
  };

  const open = (value, flags = 'r') => {
    const how = flagsOf(flags);
    const node = openNode(pathOf(value), how, 'open');
    descriptors.set(++lastDescriptor, { node, how, position: 0 });
    return lastDescriptor;
  };
  const close = (fd) => {
    if (typeof fd !== 'number') throw invalidArgType('fd', 'number', fd);
    descriptors.delete(fd);
  };

  const read = (fd, buffer, offsetOrOptions, length, position) => {
    const opened = described(fd, 'read');
    if (!ArrayBuffer.isView(buffer)) throw invalidArgType('buffer', ['Buffer', 'TypedArray', 'DataView'], buffer);
    const given = typeof offsetOrOptions === 'object' && offsetOrOptions !== null ? offsetOrOptions : { offset: offsetOrOptions, length, position };
    const offset = given.offset ?? 0;
    const target = new Uint8Array(buffer.buffer, buffer.byteOffset + offset, Math.min(given.length ?? buffer.byteLength - offset, buffer.byteLength - offset));
    const at = given.position === undefined || given.position === null || given.position < 0 ? opened.position : Number(given.position);
    const bytes = readAt(opened.node, at, target.length);
    target.set(bytes);
    if (given.position === undefined || given.position === null || given.position < 0) opened.position += bytes.length;
    return bytes.length;
  };

  const write = (fd, data, offsetOrPosition, lengthOrEncoding, position) => {
    const opened = described(fd, 'write');
    let bytes, at;
    if (typeof data === 'string') {
      bytes = Buffer.from(data, typeof lengthOrEncoding === 'string' ? lengthOrEncoding : 'utf8');
      at = offsetOrPosition;
    } else {
      const all = dataOf(data);
      const given = typeof offsetOrPosition === 'object' && offsetOrPosition !== null ? offsetOrPosition : { offset: offsetOrPosition, length: lengthOrEncoding, position };
      const offset = given.offset ?? 0;
      bytes = all.subarray(offset, offset + (given.length ?? all.length - offset));
      at = given.position;
    }
    const isNext = at === undefined || at === null;
    const from = opened.how.appends && opened.node.kind === 'file' ? opened.node.bytes.length : isNext ? opened.position : Number(at);
    const count = writeAt(opened.node, from, bytes, 'write');
    if (isNext) opened.position = from + count;
    return count;
  };

  const each = (one) => (fd, buffers, position) => {
    let total = 0;
    for (const buffer of buffers) {
      const count = one(fd, buffer, 0, buffer.byteLength, position === undefined || position === null ? position : position + total);
      total += count;
      if (count < buffer.byteLength) break;
    }
    return total;
  };

  // ---- whole files ----

  const readFile = (value, options) => {
    const node = typeof value === 'number' ? described(value, 'readAll').node : existing(pathOf(value), 'readAll').node;
    if (node.kind === 'directory') throw fail('EISDIR', 'readAll');
    if (node.kind === 'device' && node.name !== 'null') throw fail('EINVAL', 'readAll');
    return shown(readAt(node, 0, node.kind === 'file' ? node.bytes.length : 0), encodingOf(options));
  };

  const writeWith = (flag) => (value, data, options) => {
    const bytes = dataOf(data, encodingOf(options));
    if (typeof value === 'number') return write(value, bytes);
    const how = flagsOf(options?.flag ?? flag);
    const node = openNode(pathOf(value), how, 'writeAll');
    return writeAt(node, how.appends && node.kind === 'file' ? node.bytes.length : 0, bytes, 'writeAll');
  };

  const copyFile = (from, to, mode = 0) => {
    const { node } = existing(pathOf(from, 'src'), 'copyFile');
    if (node.kind === 'directory') throw fail('EISDIR', 'copyFile');
    const target = pathOf(to, 'dest');
    if ((mode & COPYFILE_EXCL) !== 0 && walk(target, 'copyFile').node !== undefined) throw fail('EEXIST', 'copyFile', target, -17);
    writeAt(openNode(target, FLAGS.w, 'copyFile'), 0, node.bytes ?? new Uint8Array(0), 'copyFile');
  };

  const cp = (from, to, options = {}) => {
    const source = pathOf(from, 'src');
    const target = pathOf(to, 'dest');
    const { node } = existing(source, 'cp');
    if (node.kind !== 'directory') return copyFile(source, target);
    if (options.recursive !== true) throw withCode(Error, 'ERR_FS_EISDIR', `Recursive option not enabled, cannot copy a directory: ${source}`);
    if (walk(target, 'cp').node === undefined) mkdir(target, { recursive: true });
    for (const name of namesOf(node)) cp(`${source}/${name}`, `${target}/${name}`, options);
    return undefined;
  };

  // ---- directories ----

  const mkdir = (value, options) => {
    const path = pathOf(value);
    if (typeof options !== 'object' || options?.recursive !== true) {
      const place = walk(path, 'mkdir');
      if (place.node !== undefined) {
        if (place.node.kind !== 'directory') throw fail('EEXIST', 'mkdir', path);
        return undefined;
      }
      room(place, 'mkdir', path).set(place.name, directory(true));
      return undefined;
    }
    let first;
    let at = '';
    for (const part of path.split('/').filter((each) => each !== '')) {
      at += `/${part}`;
      const place = walk(at, 'mkdir');
      if (place.node !== undefined) {
        if (place.node.kind !== 'directory') throw fail('ENOTDIR', 'mkdir', path);
        continue;
      }
      room(place, 'mkdir', path).set(place.name, directory(true));
      first ??= at;
    }
    return first;
  };

  const readdir = (value, options) => {
    const path = pathOf(value);
    const { node } = existing(path, 'readdir');
    if (node.kind !== 'directory') throw fail('ENOTDIR', 'readdir', path);
    const found = [];
    const list = (at, here) => {
      for (const name of namesOf(at)) {
        const child = childOf(at, name);
        found.push([name, here, child]);
        if (options?.recursive === true && child.kind === 'directory') list(child, `${here === '/' ? '' : here}/${name}`);
      }
    };
    list(node, path);
    if (options?.withFileTypes === true) return found.map(([name, here, child]) => new Dirent(name, here, child.kind));
    // Names below other directories are told from the root, as the platform does.
    const names = found.map(([name, here]) => (options?.recursive === true ? `${here === '/' ? '' : here}/${name}`.slice(1) : name));
    return encodingOf(options) === 'buffer' ? names.map((name) => Buffer.from(name)) : names;
  };

  const removeWith = (isDirectory) => (value, options = {}) => {
    const path = pathOf(value);
    const place = walk(path, 'rm', false);
    if (place.node === undefined) {
      if (!isDirectory) return;
      throw fail('ENOENT', 'rm', place.name);
    }
    if (isProtected(place)) throw fail('EPERM', 'rm');
    if (isDirectory && place.node.kind !== 'directory') throw fail('ENOTDIR', 'rm', place.name);
    if (place.node.kind === 'directory' && place.node.entries.size > 0 && options.recursive !== true) throw fail('ENOTEMPTY', 'rm', place.name);
    place.parent.entries.delete(place.name);
  };

  const unlink = (value) => {
    const place = walk(pathOf(value), 'unlink', false);
    if (place.node === undefined) {
      throw Object.assign(withCode(Error, 'ENOENT', 'File not found'), { syscall: 'unlink', path: place.name });
    }
    if (place.node.kind === 'directory') throw Object.assign(withCode(Error, 'EISDIR', 'Cannot unlink a directory'), { syscall: 'unlink' });
    if (isProtected(place)) throw fail('EPERM', 'unlink');
    place.parent.entries.delete(place.name);
  };

  const rename = (from, to) => {
    const source = pathOf(from, 'oldPath');
    const place = existing(source, 'rename', false);
    const target = walk(pathOf(to, 'newPath'), 'rename', false);
    if (isProtected(place)) throw fail('EPERM', 'rename');
    room(target, 'rename', source).set(target.name, place.node);
    if (place.parent !== target.parent || place.name !== target.name) place.parent.entries.delete(place.name);
  };

  let lastTemporary = -1;
  const mkdtemp = (prefix) => {
    const made = `${prefix}${++lastTemporary}`;
    mkdir(made);
    return made;
  };

  // ---- what a path is ----

  const statWith = (syscall, follows) => (value, options) => {
    const path = pathOf(value);
    const { node } = walk(path, syscall, follows);
    if (node === undefined) {
      if (options?.throwIfNoEntry === false) return undefined;
      throw fail('ENOENT', syscall, path, -2);
    }
    return new Stats(node, options?.bigint === true);
  };

  const readlink = (value) => {
    const { node } = existing(pathOf(value), 'readlink', false);
    if (node.kind !== 'link') throw fail('EINVAL', 'readlink');
    return node.target;
  };

  const numberOf = (value, name) => {
    if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  };
  const timeOf = (value) => {
    if (value instanceof Date) return value.getTime();
    if (!['string', 'number', 'bigint'].includes(typeof value)) throw invalidArgType('time', ['string', 'number', 'bigint', 'Date'], value);
    return Number(value);
  };
  const changing = (check) => (value, ...args) => {
    check(...args);
    existing(pathOf(value), 'chmod');
  };
  const owners = (uid, gid) => {
    numberOf(uid, 'uid');
    numberOf(gid, 'gid');
  };
  const setTimes = (node, accessed, modified) => { node.times = [timeOf(accessed), timeOf(modified)]; };
  const unsupported = () => { throw withCode(Error, 'ERR_UNSUPPORTED_OPERATION', 'The requested operation is unsupported'); };

  return {
    open, close, read, write, readv: each(read), writev: each(write), readFile, writeFile: writeWith('w'), appendFile: writeWith('a'), copyFile, cp,
    mkdir, mkdtemp, readdir, rm: removeWith(false), rmdir: removeWith(true), unlink, rename, readlink,
    opendir: (value) => new Dir(pathOf(value), readdir(value, { withFileTypes: true })),
    stat: statWith('stat', true),
    lstat: statWith('lstat', false),
    fstat: (fd, options) => new Stats(described(fd, 'fstat').node, options?.bigint === true),
    statfs: () => ({ type: 0, bsize: 0, blocks: 0, bfree: 0, bavail: 0, files: 0, ffree: 0 }),
    exists(value) {
      try {
        return walk(pathOf(value), 'access').node !== undefined;
      } catch {
        return false;
      }
    },
    access(value, mode = 0) {
      const path = pathOf(value);
      const { node } = existing(path, 'access', true, -2);
      if ((mode & W_OK) !== 0 && !node.isWritable) throw fail('ENOENT', 'access', path, -2);
    },
    realpath: (value) => existing(pathOf(value), 'readlink').path,
    symlink(target, value) {
      const path = pathOf(value);
      const place = walk(path, 'symlink', false);
      if (place.node !== undefined) throw fail('EEXIST', 'symlink', path);
      room(place, 'symlink', path).set(place.name, link(`${target}`));
    },
    link(from, to) {
      const { node } = existing(pathOf(from, 'existingPath'), 'link');
      const path = pathOf(to, 'newPath');
      const place = walk(path, 'link', false);
      if (place.node !== undefined) throw fail('EEXIST', 'link', path);
      if (node.kind === 'directory') throw fail('EPERM', 'link');
      room(place, 'link', path).set(place.name, node);
    },
    truncate: (value, length = 0) => resize(existing(pathOf(value), 'ftruncate').node, length, 'ftruncate'),
    ftruncate: (fd, length = 0) => resize(described(fd, 'ftruncate').node, length, 'ftruncate'),
    chmod: changing((mode) => numberOf(mode, 'mode')), lchmod: changing((mode) => numberOf(mode, 'mode')),
    chown: changing(owners), lchown: changing(owners),
    fchmod: (fd, mode) => { described(fd, 'fchmod'); numberOf(mode, 'mode'); },
    fchown: (fd, uid, gid) => { described(fd, 'fchown'); owners(uid, gid); },
    utimes: (value, accessed, modified) => { const times = [timeOf(accessed), timeOf(modified)]; setTimes(existing(pathOf(value), 'utimes').node, ...times); },
    lutimes: (value, accessed, modified) => setTimes(existing(pathOf(value), 'utimes', false).node, accessed, modified),
    futimes: (fd, accessed, modified) => setTimes(described(fd, 'futimes').node, accessed, modified),
    fsync: (fd) => { described(fd, 'fsync'); },
    fdatasync: (fd) => { described(fd, 'fdatasync'); },
    glob: () => [],
    unsupported,
  };
})
