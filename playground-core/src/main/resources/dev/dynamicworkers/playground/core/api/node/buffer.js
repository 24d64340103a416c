// node:buffer: Buffer is a Uint8Array with Node's methods.
(function (rt) {
  'use strict';
  const { Array, ArrayBuffer, Math, Number, Object, RangeError, SharedArrayBuffer, String, Symbol, TypeError, Uint8Array } = rt.primordials;
  const { invalidArgType, invalidArgValue, outOfRange, withCode } = rt.use('node/errors');
  const encodeText = rt.host('node.encode');
  const decodeText = rt.host('node.decode');
  const custom = Symbol.for('nodejs.util.inspect.custom');
  const MAX_LENGTH = 0x7fffffff;
  const MAX_STRING = 0x1fffffe8;

  const ENCODINGS = {
    __proto__: null, utf8: 'utf8', 'utf-8': 'utf8', utf16le: 'utf16le', 'utf-16le': 'utf16le', ucs2: 'utf16le', 'ucs-2': 'utf16le',
    latin1: 'latin1', binary: 'latin1', ascii: 'ascii', hex: 'hex', base64: 'base64', base64url: 'base64url',
  };

  const normaliseEncoding = (encoding) => (encoding === undefined || encoding === null || encoding === '' ? 'utf8' : ENCODINGS[String(encoding).toLowerCase()]);

  const encodingOf = (encoding) => {
    const name = normaliseEncoding(encoding);
    if (name === undefined) throw withCode(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
    return name;
  };

  const isBuffers = (value) => value instanceof ArrayBuffer || (SharedArrayBuffer !== undefined && value instanceof SharedArrayBuffer);

  // A constructor function rather than a class: old code calls Buffer without new.
  function Buffer(value, encodingOrOffset, length) {
    if (typeof value === 'number') return Buffer.alloc(value);
    return Buffer.from(value, encodingOrOffset, length);
  }
  Object.setPrototypeOf(Buffer, Uint8Array);
  Object.setPrototypeOf(Buffer.prototype, Uint8Array.prototype);

  // What methods inherited from Uint8Array construct (map, filter): its instances are Buffers.
  function Fast(...args) {
    return wrap(new Uint8Array(...args));
  }
  Object.defineProperty(Buffer, Symbol.species, { __proto__: null, configurable: true, get: () => Fast });

  const wrap = (bytes) => Object.setPrototypeOf(bytes, Buffer.prototype);
  const make = (size) => wrap(new Uint8Array(size));

  const checkSize = (size) => {
    if (typeof size !== 'number') throw invalidArgType('size', 'number', size);
    if (!(size >= 0 && size <= MAX_LENGTH)) throw outOfRange('size', `>= 0 && <= ${MAX_LENGTH}`, size);
  };

  const fromObject = (value) => {
    if (value.type === 'Buffer' && Array.isArray(value.data)) return wrap(Uint8Array.from(value.data));
    if (typeof value.length === 'number' || isBuffers(value.buffer)) {
      return typeof value.length === 'number' ? wrap(Uint8Array.from(value)) : make(0);
    }
    return undefined;
  };

  const statics = {
    poolSize: 8192,
    from(value, encodingOrOffset, length) {
      if (typeof value === 'string') return wrap(encodeText(value, encodingOf(encodingOrOffset)));
      if (typeof value === 'object' && value !== null) {
        if (isBuffers(value)) {
          const offset = encodingOrOffset === undefined ? 0 : Number(encodingOrOffset) || 0;
          if (offset > value.byteLength) throw withCode(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"offset" is outside of buffer bounds');
          if (length !== undefined && Number(length) > value.byteLength - offset) {
            throw withCode(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"length" is outside of buffer bounds');
          }
          return wrap(new Uint8Array(value, offset, length === undefined ? value.byteLength - offset : Math.max(0, Number(length) || 0)));
        }
        if (value instanceof Uint8Array) return wrap(new Uint8Array(value));
        const primitive = value.valueOf?.();
        if (primitive !== undefined && primitive !== null && primitive !== value && (typeof primitive === 'string' || typeof primitive === 'object')) {
          return Buffer.from(primitive, encodingOrOffset, length);
        }
        const made = fromObject(value);
        if (made !== undefined) return made;
        const text = value[Symbol.toPrimitive]?.('string');
        if (typeof text === 'string') return Buffer.from(text, encodingOrOffset);
      }
      throw withCode(TypeError, 'ERR_INVALID_ARG_TYPE', 'The first argument must be of type string or an instance of Buffer, TypedArray, ArrayBuffer, SharedArrayBuffer, or Array or an Array-like Object.'
        + invalidArgType('x', 'string', value).message.replace(/^.*?must be of type string\./s, ''));
    },
    of: (...items) => wrap(Uint8Array.of(...items)),
    alloc(size, fill, encoding) {
      checkSize(size);
      const buffer = make(size);
      return fill === undefined || fill === 0 ? buffer : buffer.fill(fill, encoding);
    },
    allocUnsafe(size) {
      checkSize(size);
      return make(size);
    },
    allocUnsafeSlow(size) {
      checkSize(size);
      return make(size);
    },
    isBuffer: (value) => value instanceof Buffer,
    isEncoding: (encoding) => typeof encoding === 'string' && encoding !== '' && normaliseEncoding(encoding) !== undefined,
    byteLength(value, encoding) {
      if (typeof value !== 'string') {
        if (ArrayBuffer.isView(value) || isBuffers(value)) return value.byteLength;
        throw invalidArgType('string', ['string', 'Buffer', 'ArrayBuffer'], value);
      }
      return encodeText(value, normaliseEncoding(encoding) ?? 'utf8').length;
    },
    compare(a, b) {
      if (!(a instanceof Uint8Array)) throw invalidArgType('buf1', ['Buffer', 'Uint8Array'], a);
      if (!(b instanceof Uint8Array)) throw invalidArgType('buf2', ['Buffer', 'Uint8Array'], b);
      const length = Math.min(a.length, b.length);
      for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
      return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
    },
    concat(list, totalLength) {
      if (!Array.isArray(list)) throw invalidArgType('list', 'Array', list);
      const total = totalLength ?? list.reduce((sum, each) => sum + each.length, 0);
      const result = make(total);
      let at = 0;
      list.forEach((each, i) => {
        if (!(each instanceof Uint8Array)) throw invalidArgType(`list[${i}]`, ['Buffer', 'Uint8Array'], each);
        const part = at + each.length > total ? each.subarray(0, total - at) : each;
        result.set(part, at);
        at += part.length;
      });
      return result;
    },
    copyBytesFrom(view, offset = 0, length = view.length - offset) {
      const part = view.subarray(offset, offset + length);
      return wrap(new Uint8Array(part.buffer.slice(part.byteOffset, part.byteOffset + part.byteLength)));
    },
  };
  for (const name of Object.keys(statics)) {
    Object.defineProperty(Buffer, name, { __proto__: null, value: statics[name], writable: true, enumerable: true, configurable: true });
  }

  const clamp = (value, length, fallback) => {
    if (value === undefined) return fallback;
    const number = Math.trunc(Number(value)) || 0;
    return number < 0 ? Math.max(0, length + number) : Math.min(number, length);
  };

  const needleOf = (value, encoding) => {
    if (typeof value === 'string') return encodeText(value, encodingOf(encoding));
    if (typeof value === 'number') return Uint8Array.of(value);
    if (value instanceof Uint8Array) return value;
    throw invalidArgType('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
  };

  const matchesAt = (buffer, needle, at) => {
    for (let i = 0; i < needle.length; i++) if (buffer[at + i] !== needle[i]) return false;
    return true;
  };

  const search = (buffer, value, offset, encoding, backwards) => {
    let from = offset;
    let name = encoding;
    if (typeof from === 'string') {
      name = from;
      from = undefined;
    }
    const needle = needleOf(value, name);
    const last = buffer.length - needle.length;
    let at = Number(from ?? (backwards ? buffer.length : 0));
    if (Number.isNaN(at)) at = backwards ? buffer.length : 0;
    at = Math.trunc(at);
    if (at < 0) at += buffer.length;
    if (backwards) {
      for (let i = Math.min(at, last); i >= 0; i--) if (matchesAt(buffer, needle, i)) return i;
      return -1;
    }
    if (needle.length === 0) return Math.min(Math.max(at, 0), buffer.length);
    for (let i = Math.max(0, at); i <= last; i++) if (matchesAt(buffer, needle, i)) return i;
    return -1;
  };

  const TRANSCODED = ['utf8', 'utf16le', 'latin1', 'ascii'];
  // The characters that windows-1252 has between 0x80 and 0x9f; what it has not becomes a question mark.
  const HIGH = '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013'
    + '\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';
  const oneByte = (c) => {
    const at = HIGH.indexOf(c);
    return at < 0 ? '?' : String.fromCharCode(0x80 + at);
  };

  const methods = {
    toString(encoding, start, end) {
      const from = clamp(start === undefined || start < 0 ? 0 : start, this.length, 0);
      const to = clamp(end === undefined ? this.length : Math.max(0, end), this.length, this.length);
      if (from >= to) return '';
      const part = from === 0 && to === this.length ? this : this.subarray(from, to);
      return decodeText(part, encodingOf(encoding));
    },
    toLocaleString(encoding, start, end) { return this.toString(encoding, start, end); },
    toJSON() { return { type: 'Buffer', data: [...this] }; },
    equals(other) {
      if (!(other instanceof Uint8Array)) throw invalidArgType('otherBuffer', ['Buffer', 'Uint8Array'], other);
      return this === other || Buffer.compare(this, other) === 0;
    },
    compare(target, targetStart = 0, targetEnd = target.length, start = 0, end = this.length) {
      return Buffer.compare(this.subarray(start, end), target.subarray(targetStart, targetEnd));
    },
    indexOf(value, offset, encoding) { return search(this, value, offset, encoding, false); },
    lastIndexOf(value, offset, encoding) { return search(this, value, offset, encoding, true); },
    includes(value, offset, encoding) { return search(this, value, offset, encoding, false) >= 0; },
    copy(target, targetStart = 0, start = 0, end = this.length) {
      if (!(target instanceof Uint8Array)) throw invalidArgType('target', ['Buffer', 'Uint8Array'], target);
      if (start > this.length || start < 0) throw outOfRange('sourceStart', `>= 0 && <= ${this.length}`, start);
      if (targetStart >= target.length) return 0;
      const part = this.subarray(start, Math.min(end, start + target.length - targetStart, this.length));
      target.set(part, targetStart);
      return part.length;
    },
    slice(start, end) { return this.subarray(start, end); },
    subarray(start, end) {
      const from = clamp(start, this.length, 0);
      const to = clamp(end, this.length, this.length);
      return wrap(new Uint8Array(this.buffer, this.byteOffset + from, Math.max(0, to - from)));
    },
    write(text, ...rest) {
      if (typeof text !== 'string') throw invalidArgType('argument', 'string', text);
      const encoding = encodingOf(rest.find((each) => typeof each === 'string'));
      const [offset = 0, length = this.length - offset] = rest.filter((each) => typeof each === 'number');
      if (offset > this.length || offset < 0) throw outOfRange('offset', `>= 0 && <= ${this.length}`, offset);
      let bytes = encodeText(text, encoding);
      const room = Math.min(length, this.length - offset);
      if (bytes.length > room) bytes = bytes.subarray(0, encoding === 'utf8' ? wholeCharacters(bytes, room) : encoding === 'utf16le' ? room & ~1 : room);
      this.set(bytes, offset);
      return bytes.length;
    },
    fill(value, offset, end, encoding) {
      let [from, to, name] = [offset, end, encoding];
      if (typeof from === 'string') [from, to, name] = [undefined, undefined, from];
      else if (typeof to === 'string') [to, name] = [undefined, to];
      const start = from ?? 0;
      const stop = to ?? this.length;
      if (start < 0 || start > this.length) throw outOfRange('offset', `>= 0 && <= ${this.length}`, start);
      if (stop < 0 || stop > this.length) throw outOfRange('end', `>= 0 && <= ${this.length}`, stop);
      if (typeof value === 'number' || typeof value === 'boolean') return Uint8Array.prototype.fill.call(this, Number(value) & 255, start, stop);
      const pattern = typeof value === 'string' ? encodeText(value, encodingOf(name)) : value;
      if (pattern.length === 0) {
        if (typeof value === 'string' && value.length > 0) throw invalidArgValue('value', value);
        return Uint8Array.prototype.fill.call(this, 0, start, stop);
      }
      for (let i = start; i < stop; i++) this[i] = pattern[(i - start) % pattern.length];
      return this;
    },
    swap16() { return swap(this, 2); },
    swap32() { return swap(this, 4); },
    swap64() { return swap(this, 8); },
    [custom](depth, options) {
      const shown = this.toString('hex', 0, 50).replace(/(.{2})/g, '$1 ').trim();
      const rest = this.length - 50;
      const extra = Object.keys(this).filter((key) => !/^\d+$/.test(key)).map((key) => `${key}: ${rt.use('console/inspect').inspect(this[key], options)}`);
      const parts = [shown + (rest > 0 ? ` ... ${rest} more byte${rest > 1 ? 's' : ''}` : ''), ...extra].filter((part) => part !== '');
      return `<Buffer${parts.length > 0 ? ` ${parts.join(', ')}` : ''}>`;
    },
  };

  // Reading and writing in one encoding, as old code does.
  for (const encoding of ['ascii', 'latin1', 'utf8', 'ucs2', 'hex', 'base64', 'base64url']) {
    methods[`${encoding}Slice`] = { slice(start, end) { return this.toString(encoding, start, end); } }.slice;
    methods[`${encoding}Write`] = { write(text, offset, length) { return this.write(text, offset, length, encoding); } }.write;
  }

  // The longest prefix that ends between characters of UTF-8.
  const wholeCharacters = (bytes, room) => {
    let end = room;
    while (end > 0 && (bytes[end] & 0xc0) === 0x80) end--;
    return end;
  };

  const swap = (buffer, size) => {
    if (buffer.length % size !== 0) throw withCode(RangeError, 'ERR_INVALID_BUFFER_SIZE', `Buffer size must be a multiple of ${size * 8}-bits`);
    for (let i = 0; i < buffer.length; i += size) buffer.subarray(i, i + size).reverse();
    return buffer;
  };

  const define = (name, value) =>
    Object.defineProperty(Buffer.prototype, name, { __proto__: null, value, writable: true, enumerable: typeof name === 'string', configurable: true });
  for (const name of [...Object.keys(methods), custom]) define(name, methods[name]);
  Object.defineProperty(Buffer.prototype, 'constructor', { __proto__: null, value: Buffer, writable: true, enumerable: false, configurable: true });
  Object.defineProperty(Buffer.prototype, 'parent', { __proto__: null, get() { return this instanceof Buffer ? this.buffer : undefined; }, configurable: true });
  Object.defineProperty(Buffer.prototype, 'offset', { __proto__: null, get() { return this instanceof Buffer ? this.byteOffset : undefined; }, configurable: true });
  rt.use('node/buffer-numbers').install(define);

  function SlowBuffer(size) {
    return Buffer.allocUnsafeSlow(size);
  }

  const isText = (value, name) => {
    const bytes = ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(value);
    if (name === 'ascii') return bytes.every((byte) => byte < 0x80);
    try {
      new rt.global.TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  };

  return {
    Buffer,
    SlowBuffer,
    normaliseEncoding,
    INSPECT_MAX_BYTES: 50,
    kMaxLength: MAX_LENGTH,
    kStringMaxLength: MAX_STRING,
    constants: { MAX_LENGTH, MAX_STRING_LENGTH: MAX_STRING },
    isAscii: (value) => isText(value, 'ascii'),
    isUtf8: (value) => isText(value, 'utf8'),
    transcode(source, from, to) {
      if (!ArrayBuffer.isView(source)) throw invalidArgType('source', 'ArrayBufferView', source);
      const [before, after] = [encodingOf(from), encodingOf(to)];
      for (const encoding of [before, after]) {
        if (!TRANSCODED.includes(encoding)) throw new Error('Unable to transcode buffer due to unsupported encoding');
      }
      const text = Buffer.from(source.buffer, source.byteOffset, source.byteLength).toString(before);
      if (after === 'utf8' || after === 'utf16le') return Buffer.from(text, after);
      return Buffer.from(Array.from(text, (c) => (c > '\xff' ? oneByte(c) : c)).join(''), 'latin1');
    },
    resolveObjectURL() {
      throw rt.use('node/errors').notImplemented('resolveObjectURL');
    },
    get atob() { return rt.global.atob; },
    get btoa() { return rt.global.btoa; },
    get Blob() { return rt.global.Blob; },
    get File() { return rt.global.File; },
  };
})
