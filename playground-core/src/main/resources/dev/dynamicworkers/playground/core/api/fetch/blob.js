// Blob and File: immutable bytes with a type.
(function (rt) {
  'use strict';
  const {
    ArrayBuffer, Math, Number, Symbol, TypeError, Uint8Array, RegExpPrototypeExec, StringPrototypeToLowerCase, StringPrototypeReplace,
    TypedArrayPrototypeGetBuffer, TypedArrayPrototypeSet, TypedArrayPrototypeSlice,
  } = rt.primordials;
  const { isView } = ArrayBuffer;
  const UNPRINTABLE = /[^\x20-\x7e]/;
  const LINE_ENDS = /\r\n|\r|\n/g;

  const typeFrom = (value) => {
    const type = value === undefined ? '' : `${value}`;
    return RegExpPrototypeExec(UNPRINTABLE, type) === null ? StringPrototypeToLowerCase(type) : '';
  };

  const mimeOf = (type) => {
    const [essence, ...parameters] = type.split(';');
    const kept = parameters.map((parameter) => parameter.trim()).filter((parameter) => parameter.includes('='));
    return [essence.trim().toLowerCase(), ...kept.map((parameter) => parameter.replace(/^[^=]*/, (name) => name.toLowerCase()))].join(';');
  };

  function partBytes(part, endings) {
    if (isView(part)) return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    if (part instanceof ArrayBuffer) return new Uint8Array(part);
    if (isBlob(part)) return bytesOf(part);
    const text = `${part}`;
    return rt.use('encoding/utf8').encode(endings === 'native' ? StringPrototypeReplace(text, LINE_ENDS, '\n') : text);
  }

  function concat(parts, endings) {
    const pieces = [];
    let total = 0;
    for (const part of parts) {
      const bytes = partBytes(part, endings);
      pieces[pieces.length] = bytes;
      total += bytes.length;
    }
    const all = new Uint8Array(total);
    let at = 0;
    for (let i = 0; i < pieces.length; i++) {
      TypedArrayPrototypeSet(all, pieces[i], at);
      at += pieces[i].length;
    }
    return all;
  }

  const isObject = (value) => value !== null && (typeof value === 'object' || typeof value === 'function');

  function bytesFor(parts, options, className, at) {
    if (parts === undefined && className === 'Blob') return new Uint8Array(0);
    if (!isObject(parts) || typeof parts[Symbol.iterator] !== 'function') throw rt.constructorError(className, 1, 'Array');
    if (options !== undefined && options !== null && !isObject(options)) throw rt.constructorError(className, at, 'Options');
    const endings = options?.endings;
    if (endings !== undefined && endings !== 'transparent' && endings !== 'native') {
      throw new TypeError(`"${endings}" is not a valid value of endings.`);
    }
    return concat(parts, endings);
  }

  const token = Symbol('Blob');
  let isBlob, bytesOf, typeOf, isFile;

  const blobSlots = rt.slots();
  class Blob {
    constructor(parts, options) {
      if (parts === token) {
        blobSlots.set(this, { bytes: options.bytes, type: options.type });
        return;
      }
      const bytes = bytesFor(parts, options, 'Blob', 2);
      blobSlots.set(this, { bytes, type: typeFrom(options?.type) });
    }

    static {
      isBlob = (value) => blobSlots.has(value);
      bytesOf = (blob) => blobSlots.get(blob).bytes;
      typeOf = (blob) => blobSlots.get(blob).type;
    }

    get size() {
      return bytesOf(this).length;
    }

    get type() {
      return blobSlots.get(this).type;
    }

    slice(start, end, type) {
      const bytes = bytesOf(this);
      const size = bytes.length;
      const place = (value, missing) => {
        if (value === undefined) return missing;
        const number = Math.trunc(Number(value)) || 0;
        return number < 0 ? Math.max(size + number, 0) : Math.min(number, size);
      };
      const from = place(start, 0);
      const to = place(end, size);
      return new Blob(token, { bytes: TypedArrayPrototypeSlice(bytes, from, Math.max(from, to)), type: typeFrom(type) });
    }

    async arrayBuffer() {
      return TypedArrayPrototypeGetBuffer(TypedArrayPrototypeSlice(bytesOf(this)));
    }

    async bytes() {
      return TypedArrayPrototypeSlice(bytesOf(this));
    }

    async text() {
      return rt.use('encoding/utf8').text(bytesOf(this));
    }

    stream() {
      return rt.use('streams/host').fromBytes(TypedArrayPrototypeSlice(bytesOf(this)));
    }
  }

  const fileSlots = rt.slots();
  class File extends Blob {
    constructor(parts, name, options) {
      if (parts === token) {
        super(token, options);
        fileSlots.set(this, { name, lastModified: options.lastModified });
        return;
      }
      if (arguments.length < 2) throw rt.constructorError('File', arguments.length + 1, arguments.length === 0 ? 'Array' : 'string');
      super(token, { bytes: bytesFor(parts, options, 'File', 3), type: typeFrom(options?.type) });
      fileSlots.set(this, { name: `${name}`, lastModified: undefined });
      const given = options?.lastModified;
      fileSlots.get(this).lastModified = given === undefined ? rt.io.now() : Math.trunc(Number(given)) || 0;
    }

    static {
      isFile = (value) => fileSlots.has(value);
    }

    get name() {
      if (!isFile(this)) throw rt.illegalInvocation();
      return fileSlots.get(this).name;
    }

    get lastModified() {
      if (!isFile(this)) throw rt.illegalInvocation();
      return fileSlots.get(this).lastModified;
    }
  }

  rt.expose(Blob);
  rt.expose(File);

  return {
    Blob, File, isBlob, isFile, bytesOf, typeOf,
    // Over bytes that nobody else changes.
    fromBytes: (bytes, type) => new Blob(token, { bytes, type: typeFrom(type) }),
    // The type of a body's blob is its content type in the form of the MIME standard, the case of parameter values kept.
    fromBody: (bytes, type) => new Blob(token, { bytes, type: mimeOf(type) }),
    fileFromBytes: (bytes, name, type, lastModified) => new File(token, name, { bytes, type: typeFrom(type), lastModified: lastModified ?? rt.io.now() }),
  };
})
