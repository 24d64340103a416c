// Structured clone between isolates. A value is copied to a tree of plain data in one pass, which the engine writes as JSON
// text; a copy within the isolate needs no text. What JSON cannot say is an object with the key "$" (its tag) and its
// content "v", and `special` tells the reader to look for those. Objects are numbered in the order in which they
// are met, so that shared references and cycles come out as they went in. Capabilities (stubs, streams) and bytes travel
// beside the text. A payload is { text, special, capabilities, buffers }.
(function (rt) {
  'use strict';
  const {
    Array, ArrayBuffer, BigInt, Boolean, DataView, Date, Error, Function, Map, Number, Object, Promise, RegExp, Set, String,
    Symbol, Uint8Array, WeakMap, WeakRef, WeakSet, ArrayIsArray, ArrayBufferIsView, JSONParse, JSONStringify,
    ObjectDefineProperty, ObjectGetPrototypeOf, ObjectKeys, ObjectHasOwn, ReflectOwnKeys,
    ArrayPrototypeIndexOf, MapPrototypeForEach, SetPrototypeForEach,
  } = rt.primordials;
  const ObjectPrototype = Object.prototype;
  const ArrayPrototype = Array.prototype;
  const LINEAR = 24;
  const MOST_HOLES = 1000;

  const cannotClone = (text) => rt.domException('DataCloneError', `${text} could not be cloned.`);
  const noSupport = (name) =>
    rt.domException('DataCloneError', `Could not serialize object of type "${name}". This type does not support serialization.`);

  // modes: 'env' (env and props), 'rpc' (arguments and results), 'local' (structuredClone)
  class Writer {
    constructor(mode) {
      this.mode = mode;
      this.special = false;
      this.capabilities = null;
      this.buffers = null;
      this.seen = [];
      this.numbers = null;
      this.polluted = isPolluted();
    }

    write(value) {
      switch (typeof value) {
        case 'string':
        case 'boolean':
          return value;
        case 'number':
          if (value !== value || value === Infinity || value === -Infinity || (value === 0 && 1 / value < 0)) {
            return this.tag('n', value === 0 ? '-0' : String(value));
          }
          return value;
        case 'undefined':
          this.special = true;
          return { $: 'u' };
        case 'bigint':
          return this.tag('i', `${value}`);
        case 'symbol':
          throw cannotClone(String(value));
        case 'function':
          return this.writeFunction(value);
        default:
          return value === null ? null : this.writeObject(value);
      }
    }

    tag(name, content) {
      this.special = true;
      return { $: name, v: content };
    }

    // The number an object got when it was first met, or -1 now that it is met first.
    number(object) {
      const seen = this.seen;
      if (this.numbers !== null) {
        const number = this.numbers.get(object);
        if (number !== undefined) return number;
        this.numbers.set(object, this.numbers.size);
        return -1;
      }
      const at = seen.length < 4 ? seen.indexOf(object) : ArrayPrototypeIndexOf(seen, object);
      if (at >= 0) return at;
      seen[seen.length] = object;
      if (seen.length > LINEAR) {
        this.numbers = new Map();
        for (let i = 0; i < seen.length; i++) this.numbers.set(seen[i], i);
      }
      return -1;
    }

    writeObject(object) {
      const number = this.number(object);
      if (number >= 0) return this.tag('r', number);
      if (rt.proxyParts(object) !== undefined) return rt.use('rpc/proxies').write(this, object);
      const prototype = ObjectGetPrototypeOf(object);
      if (prototype === ObjectPrototype) return this.writePlain(object);
      if (ArrayIsArray(object)) return this.writeArray(object);
      return this.writeOther(object, prototype);
    }

    writePlain(object) {
      if (ObjectHasOwn(object, 'callee') && rt.primordials.ObjectPrototypeToString(object) === '[object Arguments]') throw cannotClone('#<Object>');
      const dispose = this.mode === 'rpc' && typeof object[Symbol.dispose] === 'function';
      if (dispose) this.onDispose?.(object);
      const copy = {};
      let at = '';
      try {
        for (const key in object) {
          if (this.polluted && !ObjectHasOwn(object, key)) continue;
          at = key;
          if (key === '$') return this.writeEscaped(object, copy);
          const value = object[key];
          const written = typeof value === 'string' ? value : this.write(value);
          if (key === '__proto__') assign(copy, key, written);
          else copy[key] = written;
        }
      } catch (error) {
        const where = rt.use('rpc/where');
        throw where.within(error, where.ofKey(at));
      }
      return copy;
    }

    // A plain object that has the key "$" itself: entries in an array, those before "$" from what is written already.
    writeEscaped(object, written) {
      const entries = [];
      const keys = ObjectKeys(object);
      for (let i = 0; i < keys.length; i++) {
        entries[i] = [keys[i], ObjectHasOwn(written, keys[i]) ? written[keys[i]] : this.write(object[keys[i]])];
      }
      return this.tag('o', entries);
    }

    writeArray(array) {
      const { length } = array;
      // `length` is the first of the keys that are no indices: it is the last one where there are no others.
      const own = ReflectOwnKeys(array);
      const named = own[own.length - 1] === 'length' ? NONE : namedKeys(array);
      const copy = [];
      let i = 0;
      try {
        for (; i < length; i++) {
          const value = array[i];
          if (value === undefined && !(i in array)) {
            if (length - i > MOST_HOLES) return this.writeEntries(array, copy, ObjectKeys(array));
            this.special = true;
            copy[i] = { $: 'h' };
          } else copy[i] = typeof value === 'string' ? value : this.write(value);
        }
      } catch (error) {
        throw rt.use('rpc/where').within(error, `[${i}]`);
      }
      return named.length === 0 ? copy : this.writeEntries(array, copy, named);
    }

    // An array that may have more holes than anybody can count, or properties with names: its length, and what it has. `written` is
    // its beginning.
    writeEntries(array, written, keys) {
      const entries = [];
      for (let i = 0; i < written.length; i++) {
        if (written[i]?.$ !== 'h') entries[entries.length] = [`${i}`, written[i]];
      }
      let at = '';
      try {
        for (let i = 0; i < keys.length; i++) {
          at = keys[i];
          const isWritten = isIndex(at) && at >>> 0 < written.length;
          if (!isWritten && ObjectHasOwn(array, at)) entries[entries.length] = [at, this.write(array[at])];
        }
      } catch (error) {
        const where = rt.use('rpc/where');
        throw where.within(error, isIndex(at) ? `[${at}]` : where.ofKey(at));
      }
      return this.tag('a', [array.length, entries]);
    }

    writeFunction(value) {
      const stub = rt.loaded('rpc/stub')?.describeStub(value);
      if (this.mode === 'rpc') {
        const rpc = rt.use('rpc/stub');
        if (stub === undefined) {
          const number = this.number(value);
          if (number >= 0) return this.tag('r', number);
          return this.capability('f', { export: value }, rpc);
        }
      }
      if (stub !== undefined) return this.writeStub(value, stub);
      throw cannotClone(rt.primordials.FunctionPrototypeToString(value));
    }

    writeStub(value, stub) {
      if (stub.notSerializable !== undefined) throw noSupport(stub.notSerializable);
      if (stub.dynamic) {
        throw rt.domException(
          'DataCloneError',
          typeof stub.dynamic === 'string' ? stub.dynamic
            : 'Entrypoints to dynamically-loaded workers cannot be transferred to other Workers, because the system does not know how to reload ' +
            'this Worker from scratch. Instead, have the parent Worker expose an entrypoint which constructs the dynamic worker and forwards to it.',
        );
      }
      if (stub.kind === 'live' && this.mode !== 'rpc') {
        throw rt.domException('DataCloneError', 'Remote RPC references can only be serialized for RPC.');
      }
      if (typeof value === 'function') {
        const number = this.number(value);
        if (number >= 0) return this.tag('r', number);
      }
      return this.capability(stub.kind === 'live' ? 'f' : 's', { handle: stub.handle() }, rt.use('rpc/stub'));
    }

    // Capabilities: a handle that this isolate holds (positive), or an object of its own that it exports (negative).
    capability(tagName, { handle, export: exported }, rpc) {
      this.capabilities ??= [];
      this.capabilities.push(handle === undefined ? -rpc.exportTarget(exported) : handle);
      return this.tag(tagName, this.capabilities.length - 1);
    }

    buffer(bytes) {
      this.buffers ??= [];
      this.buffers.push(bytes);
      return this.buffers.length - 1;
    }

    writeOther(object, prototype) {
      const stub = rt.loaded('rpc/stub')?.describeStub(object);
      if (stub !== undefined) return this.writeStub(object, stub);
      if (prototype === null) {
        if (this.mode === 'local') return this.writePlainLike(object);
        throw noSupport('Object');
      }
      if (object instanceof Date) return this.tag('D', this.write(rt.primordials.DatePrototypeGetTime(object)));
      if (object instanceof Map) {
        const entries = [];
        MapPrototypeForEach(object, (value, key) => {
          entries[entries.length] = this.write(key);
          entries[entries.length] = this.write(value);
        });
        return this.tag('M', entries);
      }
      if (object instanceof Set) {
        const items = [];
        SetPrototypeForEach(object, (value) => {
          items[items.length] = this.write(value);
        });
        return this.tag('S', items);
      }
      if (object instanceof RegExp) return this.tag('R', [object.source, object.flags]);
      if (object instanceof ArrayBuffer) return this.tag('B', this.buffer(new Uint8Array(object)));
      if (ArrayBufferIsView(object)) return this.writeView(object);
      if (object instanceof Error) return this.writeError(object);
      if (object instanceof Number || object instanceof String || object instanceof Boolean) {
        return this.tag('P', this.write(object.valueOf()));
      }
      return this.writePlatform(object, prototype);
    }

    writeView(view) {
      const name = view instanceof DataView ? 'DataView' : rt.primordials.TypedArrayPrototypeGetSymbolToStringTag(view);
      const length = name === 'DataView' ? view.byteLength : view.length;
      return this.tag('V', [name, this.write(view.buffer), view.byteOffset, length]);
    }

    writeError(error) {
      const report = rt.use('io/report');
      const dom = rt.loaded('events/domexception');
      if (dom !== undefined && error instanceof dom.DOMException) return this.writeDomException(error);
      const isEnhanced = rt.compat.has('enhanced_error_serialization');
      if (isEnhanced && this.mode === 'local') return this.writeWholeError(error, report.className(error));
      const enhanced = isEnhanced && this.mode === 'rpc';
      const named = report.className(error);
      const name = String(error.name);
      let Class = named;
      if (!enhanced && (named === 'AggregateError' || (name !== named && name !== 'Error'))) Class = 'Error';
      if (this.mode === 'local' && named === 'AggregateError') Class = 'Error';
      const written = { k: Class, m: String(error.message), s: String(error.stack ?? '') };
      if (ObjectHasOwn(error, 'cause')) written.c = this.write(error.cause);
      if (enhanced) written.x = this.writeProperties(error);
      return this.tag('E', written);
    }

    // With all that it has, each of which the copy shows as enumerable.
    writeWholeError(error, Class) {
      const entries = [];
      for (const key of ReflectOwnKeys(error)) {
        if (typeof key === 'string' && key !== 'message' && key !== 'stack') entries[entries.length] = [key, this.write(error[key])];
      }
      return this.tag('E', { k: Class, m: String(error.message), s: String(error.stack ?? ''), x: entries, a: true });
    }

    writeProperties(error) {
      const entries = [];
      const keys = ObjectKeys(error);
      if (ObjectHasOwn(error, 'name') && !keys.includes('name')) entries[0] = ['name', String(error.name)];
      for (const key of keys) {
        if (key === 'cause' || typeof error[key] === 'function') continue;
        entries[entries.length] = [key, this.write(error[key])];
      }
      return entries;
    }

    writeDomException(error) {
      return this.tag('X', [error.name, error.message, String(error.stack ?? '')]);
    }

    writePlainLike(object) {
      const entries = [];
      const keys = ObjectKeys(object);
      for (let i = 0; i < keys.length; i++) entries[i] = [keys[i], this.write(object[keys[i]])];
      return this.tag('o', entries);
    }

    writePlatform(object, prototype) {
      const dom = rt.loaded('events/domexception');
      if (dom !== undefined && object instanceof dom.DOMException) return this.writeDomException(object);
      const workers = rt.loaded('modules/workers');
      if (workers !== undefined && object instanceof workers.RpcTarget) {
        if (this.mode !== 'rpc') throw rt.domException('DataCloneError', 'Remote RPC references can only be serialized for RPC.');
        return this.capability('f', { export: object }, rt.use('rpc/stub'));
      }
      const written = rt.use('rpc/platform').write(this, object);
      if (written !== undefined) return written;
      const refusal = rt.loaded('binding/calls')?.refusalOf(object);
      if (refusal !== undefined) throw rt.domException('DataCloneError', refusal);
      if (object === rt.global) throw cannotClone('#<ServiceWorkerGlobalScope>');
      for (const Class of [Promise, WeakMap, WeakSet, WeakRef]) if (object instanceof Class) throw cannotClone(`#<${Class.name}>`);
      const tagText = rt.primordials.ObjectPrototypeToString(object);
      if (tagText === '[object Generator]' || tagText === '[object AsyncGenerator]') throw cannotClone(tagText);
      const name = String(prototype.constructor?.name || 'Object');
      if (tagText.startsWith('[object Intl.') || tagText.startsWith('[object WebAssembly.')) throw cannotClone(`#<${name}>`);
      if (this.mode === 'local' && !rt.use('rpc/platform').isPlatformObject(object)) return this.writePlainLike(object);
      throw noSupport(name);
    }
  }

  const NONE = [];
  const isIndex = (key) => `${key >>> 0}` === key;

  // The keys of an array that are no indices, which come after those that are.
  function namedKeys(array) {
    const keys = ObjectKeys(array);
    let from = keys.length;
    while (from > 0 && !isIndex(keys[from - 1])) from--;
    return from === 0 ? keys : keys.slice(from);
  }

  // Guest code may have given all objects a property, or a toJSON() that JSON.stringify() would call.
  function isPolluted() {
    for (const key in ObjectPrototype) return key !== undefined;
    return false;
  }
  const hasToJson = () => 'toJSON' in ObjectPrototype || 'toJSON' in ArrayPrototype;

  // As JSON.stringify(), of a tree that a writer made.
  function textOf(node) {
    if (node === null || typeof node !== 'object') return JSONStringify(node);
    let text = '';
    if (ArrayIsArray(node)) {
      for (let i = 0; i < node.length; i++) text += `${i === 0 ? '' : ','}${textOf(node[i])}`;
      return `[${text}]`;
    }
    for (const key of ObjectKeys(node)) text += `${text === '' ? '' : ','}${JSONStringify(key)}:${textOf(node[key])}`;
    return `{${text}}`;
  }

  // root: what hints call the value, where somebody may want to know which part of it cannot be cloned.
  function write(value, mode, onDispose, root) {
    const writer = new Writer(mode);
    writer.onDispose = onDispose;
    let tree;
    try {
      tree = writer.write(value);
    } catch (error) {
      throw root === undefined ? error : rt.use('rpc/where').found(error, root);
    }
    const text = hasToJson() ? textOf(tree) : JSONStringify(tree);
    return { text, special: writer.special, capabilities: writer.capabilities, buffers: writer.buffers };
  }

  const LIMIT = 32 * 1024 * 1024;
  function checkSize(payload) {
    let size = payload.text.length;
    for (const bytes of payload.buffers ?? []) size += bytes.byteLength;
    if (size > LIMIT) {
      throw new Error(`Serialized RPC arguments or return values are limited to 32MiB, but the size of this value was: ${size} bytes.`);
    }
  }

  // ---- reading ----

  function assign(object, key, value) {
    if (key === '__proto__') ObjectDefineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
    else object[key] = value;
  }

  function read(payload) {
    const { text } = payload;
    if (text === '{}') return {};
    const tree = JSONParse(text);
    return payload.special ? rt.use('rpc/revive').revive(payload, tree) : tree;
  }

  function cloneLocal(value, transfer) {
    const writer = new Writer('local');
    const tree = writer.write(value);
    const buffers = writer.buffers === null ? null : writer.buffers.map((bytes) => bytes.slice());
    const copy = writer.special ? rt.use('rpc/revive').revive({ capabilities: writer.capabilities, buffers }, tree) : tree;
    if (transfer !== undefined && transfer !== null) for (const item of transfer) if (item instanceof ArrayBuffer) item.transfer?.();
    return copy;
  }

  return { write, read, cloneLocal, assign, checkSize, cannotClone };
})
