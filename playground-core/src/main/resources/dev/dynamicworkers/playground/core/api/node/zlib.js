// node:zlib: gzip, deflate and raw deflate; whole buffers at once, and as streams that work when their input has ended.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Error, Object, Uint8Array } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { Transform } = rt.use('node/stream');
  const { invalidArgType, validateFunction, withCode, notImplemented } = rt.use('node/errors');
  const zlibOf = rt.host('node.zlib');

  const { constants, codes } = rt.use('node/zlib-constants');

  const bytesOf = (value) => {
    if (typeof value === 'string') return Buffer.from(value);
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value;
    throw invalidArgType('buffer', ['string', 'Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], value);
  };

  const run = (operation, value, options) => {
    let bytes;
    try {
      bytes = zlibOf(operation, bytesOf(value), options?.level ?? -1);
    } catch (error) {
      if (error?.code !== undefined) throw error;
      const isShort = error.message === 'unexpected end of file';
      const wrapped = withCode(Error, isShort ? 'Z_BUF_ERROR' : 'Z_DATA_ERROR', error.message);
      wrapped.errno = isShort ? -5 : -3;
      throw wrapped;
    }
    if (options?.maxOutputLength !== undefined && bytes.length > options.maxOutputLength) {
      throw withCode(rt.primordials.RangeError, 'ERR_BUFFER_TOO_LARGE', `Cannot create a Buffer larger than ${options.maxOutputLength} bytes`);
    }
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };

  const zlib = { constants, codes };
  const CLASSES = {
    gzip: 'Gzip', gunzip: 'Gunzip', deflate: 'Deflate', inflate: 'Inflate', deflateRaw: 'DeflateRaw', inflateRaw: 'InflateRaw', unzip: 'Unzip',
    brotliDecompress: 'BrotliDecompress',
  };

  for (const operation of Object.keys(CLASSES)) {
    const name = CLASSES[operation];
    const Class = { [name]: class extends Transform {
      #parts = [];
      #options;

      constructor(options) {
        super();
        this.#options = options;
      }

      _transform(chunk, encoding, callback) {
        this.#parts.push(Buffer.from(chunk, encoding === 'buffer' ? undefined : encoding));
        callback();
      }

      _flush(callback) {
        try {
          this.push(run(operation, Buffer.concat(this.#parts), this.#options));
          callback();
        } catch (error) {
          callback(error);
        }
      }

      close(callback) {
        this.destroy();
        callback?.();
      }
    } }[name];
    zlib[name] = Class;
    zlib[`create${name}`] = (options) => new Class(options);
    zlib[`${operation}Sync`] = (value, options) => run(operation, value, options);
    zlib[operation] = (value, options, callback) => {
      const done = typeof options === 'function' ? options : callback;
      validateFunction(done, 'callback');
      const { nextTick } = rt.use('node/process');
      try {
        const result = run(operation, value, typeof options === 'function' ? undefined : options);
        nextTick(done, null, result);
      } catch (error) {
        nextTick(done, error);
      }
    };
  }

  zlib.crc32 = (data, value = 0) => {
    const bytes = bytesOf(data);
    const view = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
    let crc = ~value;
    for (const byte of view) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
    }
    return ~crc >>> 0;
  };

  // Brotli is read, not written; there is no zstd.
  for (const operation of ['brotliCompress', 'zstdCompress', 'zstdDecompress']) {
    const Name = operation[0].toUpperCase() + operation.slice(1);
    zlib[Name] = { [Name]: class { constructor() { throw notImplemented(`zlib.${Name}`); } } }[Name];
    for (const name of [operation, `${operation}Sync`, `create${Name}`]) zlib[name] = () => { throw notImplemented(`zlib.${name}`); };
  }
  Object.assign(zlib, constants);

  return zlib;
})
