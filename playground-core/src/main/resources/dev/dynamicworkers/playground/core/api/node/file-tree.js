// The files of a worker: /bundle holds its modules, /tmp what an event writes until it is over, /dev four devices.
(function (rt) {
  'use strict';
  const { Error, Map, Object, Uint8Array, WeakMap } = rt.primordials;
  const { invalidArgType, invalidArgValue, withCode } = rt.use('node/errors');
  const { Buffer } = rt.use('node/buffer');
  const { resolve, dirname } = rt.use('node/path');
  const process = rt.use('node/process');
  const MOST_LINKS = 40;

  // ---- errors ----

  const fail = (code, syscall, path, errno) => {
    const text = rt.use('node/system-errors').textOf(code);
    const error = withCode(Error, code, path === undefined ? text : `${text}, ${syscall} '${path}'`);
    error.syscall = syscall;
    if (path !== undefined) error.path = path;
    if (errno !== undefined) error.errno = errno;
    return error;
  };

  // ---- what there is ----

  const directory = (isWritable, entries = new Map()) => ({ kind: 'directory', isWritable, entries, times: [0, 0] });
  const file = (isWritable, bytes = new Uint8Array(0)) => ({ kind: 'file', isWritable, bytes, times: [0, 0] });
  const link = (target) => ({ kind: 'link', isWritable: true, target, times: [0, 0] });
  const device = (name) => ({ kind: 'device', isWritable: name !== 'full', name, times: [0, 0] });

  const devices = () => directory(false, new Map(['null', 'zero', 'full', 'random'].map((name) => [name, device(name)])));

  const bundle = () => {
    const root = directory(false);
    for (const name of rt.host('modules.names')()) {
      const parts = name.split('/').filter((part) => part !== '' && part !== '.');
      let at = root;
      for (const part of parts.slice(0, -1)) {
        if (at.entries.get(part)?.kind !== 'directory') at.entries.set(part, directory(false));
        at = at.entries.get(part);
      }
      at.entries.set(parts.at(-1), file(false, rt.host('modules.content')(name)));
    }
    return root;
  };

  // What is written while no event runs, and while one does: that is of the event alone, or of its Durable Object.
  const early = directory(true);
  const temporary = new WeakMap();
  const temporaryNow = () => {
    const invocation = rt.io.current();
    if (invocation === null) return early;
    const owner = invocation.scope ?? invocation;
    if (!temporary.has(owner)) temporary.set(owner, directory(true));
    return temporary.get(owner);
  };

  const root = directory(false, new Map([['bundle', null], ['tmp', null], ['dev', devices()]]));
  const childOf = (parent, name) => {
    if (parent !== root) return parent.entries.get(name);
    if (name === 'tmp') return temporaryNow();
    if (name === 'bundle' && root.entries.get(name) === null) root.entries.set(name, bundle());
    return root.entries.get(name);
  };

  // ---- paths ----

  // The absolute path that an argument means.
  const pathOf = (value, name = 'path') => {
    let text = value;
    if (value instanceof rt.global.URL) text = rt.use('node/url').fileURLToPath(value);
    else if (value instanceof Uint8Array) text = Buffer.from(value).toString();
    if (typeof text !== 'string') throw invalidArgType(name, ['string', 'Buffer', 'URL'], value);
    if (text.includes('\0')) throw invalidArgValue(name, text, 'must not contain null bytes');
    return resolve(process.cwd(), text);
  };

  const partsOf = (path) => path.split('/').filter((part) => part !== '');

  // Where a path leads: the directory it is in, its name there, and what is there. A link at its end is followed unless asked not to.
  const walk = (path, syscall, follows = true, links = 0) => {
    if (links > MOST_LINKS) throw fail('ELOOP', syscall, path);
    const parts = partsOf(path);
    let place = { parent: null, name: '', node: root, path: '/' };
    for (let i = 0; i < parts.length; i++) {
      const parent = place.node;
      if (parent === undefined) throw fail('ENOENT', syscall, path);
      if (parent.kind !== 'directory') throw fail('ENOTDIR', syscall, path);
      const name = parts[i];
      const here = place.path === '/' ? `/${name}` : `${place.path}/${name}`;
      place = { parent, name, node: childOf(parent, name), path: here };
      if (place.node?.kind === 'link' && (follows || i < parts.length - 1)) {
        place = walk(resolve(dirname(here), place.node.target), syscall, true, links + 1);
      }
    }
    return place;
  };

  // What has to be there.
  const existing = (path, syscall, follows = true, errno = undefined) => {
    const place = walk(path, syscall, follows);
    if (place.node === undefined) throw fail('ENOENT', syscall, path, errno);
    return place;
  };

  // A directory into which something new may be put.
  const room = (place, syscall, path) => {
    if (place.parent === null || !place.parent.isWritable) throw fail('EPERM', syscall);
    if (place.parent.kind !== 'directory') throw fail('ENOTDIR', syscall, path);
    return place.parent.entries;
  };

  const namesOf = (node) => [...node.entries.keys()];
  const isProtected = (place) => place.parent === null || place.parent === root || !place.parent.isWritable;

  return { childOf, directory, existing, fail, file, isProtected, link, namesOf, pathOf, room, walk };
})
