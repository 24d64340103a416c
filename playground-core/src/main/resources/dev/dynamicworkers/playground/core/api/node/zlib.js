// node:zlib: gzip, deflate and raw deflate, whole buffers at once and as streams; Zstandard and Brotli at once, Brotli written without
// compression.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Error, Number, Object, RangeError, Uint8Array } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { Transform } = rt.use('node/stream');
  const { invalidArgType, outOfRange, validateFunction, withCode } = rt.use('node/errors');

  const { constants, codes } = rt.use('node/zlib-constants');

  const bytesOf = (value) => {
    if (typeof value === 'string') return Buffer.from(value);
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value;
    throw invalidArgType('buffer', ['string', 'Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], value);
  };

  const bound = (name, value, low, high, standard) => {
    if (value === undefined) return standard;
    if (typeof value !== 'number') throw invalidArgType(`options.${name}`, 'number', value);
    if (!(value >= low && value <= high)) throw outOfRange(`options.${name}`, `>= ${low} and <= ${high}`, value);
    return value;
  };

  // Level, strategy and dictionary, all options checked.
  const settingsOf = (options = {}) => {
    bound('chunkSize', options.chunkSize, 64, Number.POSITIVE_INFINITY, 16384);
    bound('windowBits', options.windowBits, 0, 15, 15);
    bound('memLevel', options.memLevel, 1, 9, 8);
    bound('flush', options.flush, 0, 5, 0);
    bound('finishFlush', options.finishFlush, 0, 5, 4);
    const strategy = bound('strategy', options.strategy, 0, 4, 0);
    return [
      bound('level', options.level, -1, 9, -1), strategy > 2 ? 0 : strategy,
      options.dictionary === undefined ? new ArrayBuffer(0) : bytesOf(options.dictionary),
    ];
  };

  // The host's errors with the codes of zlib.
  const attempt = (work) => {
    try {
      const bytes = work();
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    } catch (error) {
      if (error?.code !== undefined) throw error;
      if (error.message.startsWith('Cannot create a Buffer larger than')) throw withCode(RangeError, 'ERR_BUFFER_TOO_LARGE', error.message);
      const isShort = error.message === 'unexpected end of file';
      const lacks = error.message === 'Missing dictionary';
      const wrapped = withCode(Error, isShort ? 'Z_BUF_ERROR' : lacks ? 'Z_NEED_DICT' : 'Z_DATA_ERROR', error.message);
      wrapped.errno = isShort ? -5 : lacks ? 2 : -3;
      throw wrapped;
    }
  };

  const isZstd = (operation) => operation === 'zstdCompress' || operation === 'zstdDecompress';

  const zstdInput = (operation, value) => {
    if (typeof value === 'string' || ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return bytesOf(value);
    throw rt.argumentError(`${operation}Sync`, 'ZlibUtil', 1, 'string or ArrayBuffer or ArrayBufferView');
  };

  // Levels and other parameters are checked; there is one way to compress.
  const checkZstd = (operation, options = {}) => {
    if (options.chunkSize !== undefined && !(options.chunkSize >= 64 && options.chunkSize <= MOST_CHUNK)) {
      throw new RangeError(`The value of "options.chunkSize" is out of range. It must be >= 64 and <= ${MOST_CHUNK}. Received ${options.chunkSize}`);
    }
    const { params } = options;
    if (params === undefined) return;
    if (typeof params !== 'object' || params === null) throw rt.fieldError('params', 'Options', 'object');
    const [kind, prefix] = operation === 'zstdCompress' ? ['compression', 'ZSTD_c_'] : ['decompression', 'ZSTD_d_'];
    const known = Object.keys(constants).filter((name) => name.startsWith(prefix)).map((name) => constants[name]);
    for (const key of Object.keys(params)) {
      if (!known.includes(Number(key))) throw new Error(`Unsupported Zstd ${kind} parameter: ${key}`);
    }
  };
  const MOST_CHUNK = 134217728;

  const runZstd = (operation, value, options) => {
    const input = zstdInput(operation, value);
    checkZstd(operation, options);
    const most = options?.maxOutputLength;
    let bytes;
    try {
      bytes = operation === 'zstdCompress' ? rt.host('node.zstd')(input) : rt.host('node.unzstd')(input, most);
    } catch (error) {
      throw /^Cannot create a Buffer larger than/.test(error?.message) ? new RangeError('Memory limit exceeded') : error;
    }
    if (most !== undefined && bytes.length > most) throw new RangeError('Memory limit exceeded');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };

  const run = (operation, value, options) => {
    if (isZstd(operation)) return runZstd(operation, value, options);
    const input = bytesOf(value);
    let bytes;
    if (operation === 'brotliCompress') {
      bytes = rt.use('node/brotli').stored(input);
    } else if (operation === 'brotliDecompress') {
      bytes = attempt(() => rt.host('node.unbrotli')(input, options?.maxOutputLength));
    } else {
      const handle = rt.host('node.zlibStart')(operation, ...settingsOf(options), options?.maxOutputLength);
      bytes = attempt(() => {
        const first = attemptOr(handle, () => rt.host('node.zlibWrite')(handle, input, 0));
        if (isPartial(operation, options)) {
          rt.host('node.zlibClose')(handle);
          return first;
        }
        const last = rt.host('node.zlibFinish')(handle);
        return last.length === 0 ? first : Buffer.concat([first, last]);
      });
    }
    if (options?.maxOutputLength !== undefined && bytes.length > options.maxOutputLength) {
      throw withCode(RangeError, 'ERR_BUFFER_TOO_LARGE', `Cannot create a Buffer larger than ${options.maxOutputLength} bytes`);
    }
    return bytes;
  };

  // Decompression that is asked to make do with data that ends too early.
  const isPartial = (operation, options) => /^(gunzip|inflate|unzip)/.test(operation) && [2, 3].includes(options?.finishFlush);

  const attemptOr = (handle, work) => {
    try {
      return work();
    } catch (error) {
      rt.host('node.zlibClose')(handle);
      throw error;
    }
  };

  const zlib = { constants, codes };
  const CLASSES = {
    gzip: 'Gzip', gunzip: 'Gunzip', deflate: 'Deflate', inflate: 'Inflate', deflateRaw: 'DeflateRaw', inflateRaw: 'InflateRaw', unzip: 'Unzip',
  };

  // Data goes through as it comes.
  class ZlibBase extends Transform {
    #operation;
    #options;
    #handle;
    #settings;
    bytesWritten = 0;

    constructor(operation, options) {
      const settings = settingsOf(options);
      super(options);
      this.#operation = operation;
      this.#options = options;
      this.#settings = settings;
      this.#handle = rt.host('node.zlibStart')(operation, ...settings);
    }

    #through(bytes, flush) {
      const result = attempt(() => rt.host('node.zlibWrite')(this.#handle, bytes, flush));
      if (result.length > 0) this.push(result);
    }

    _transform(chunk, encoding, callback) {
      try {
        const bytes = Buffer.from(chunk, encoding === 'buffer' ? undefined : encoding);
        this.bytesWritten += bytes.length;
        this.#through(bytes, this.#options?.flush ?? 0);
        callback();
      } catch (error) {
        callback(error);
      }
    }

    _flush(callback) {
      try {
        const handle = this.#handle;
        this.#handle = undefined;
        if (isPartial(this.#operation, this.#options)) {
          rt.host('node.zlibClose')(handle);
        } else {
          const rest = attempt(() => rt.host('node.zlibFinish')(handle));
          if (rest.length > 0) this.push(rest);
        }
        callback();
      } catch (error) {
        callback(error);
      }
    }

    _destroy(error, callback) {
      if (this.#handle !== undefined) rt.host('node.zlibClose')(this.#handle);
      this.#handle = undefined;
      callback(error);
    }

    // What was written so far comes out before the callback is called.
    flush(kind, callback) {
      const done = typeof kind === 'function' ? kind : callback;
      const flush = typeof kind === 'number' ? kind : 3;
      const act = () => {
        if (this.#handle !== undefined) this.#through(Buffer.alloc(0), flush);
        done?.();
      };
      if (this.writableLength === 0) rt.use('node/process').nextTick(act);
      else this.once('drain', act);
    }

    params(level, strategy, callback) {
      bound('level', level, -1, 9);
      bound('strategy', strategy, 0, 4);
      this.flush(2, () => {
        if (this.#handle !== undefined) rt.host('node.zlibTune')(this.#handle, level, strategy > 2 ? 0 : strategy);
        callback?.();
      });
    }

    reset() {
      if (this.#handle === undefined) return;
      rt.host('node.zlibClose')(this.#handle);
      this.#handle = rt.host('node.zlibStart')(this.#operation, ...this.#settings);
    }

    get _closed() { return this.destroyed; }

    close(callback) {
      if (callback) this.once('close', callback);
      this.destroy();
    }
  }

  // Whole data at once, when its end is there: what these formats have no stream for on the host.
  class WholeBase extends Transform {
    #operation;
    #options;
    #parts = [];
    bytesWritten = 0;

    constructor(operation, options) {
      super(options);
      this.#operation = operation;
      this.#options = options;
    }

    _transform(chunk, encoding, callback) {
      const bytes = Buffer.from(chunk, encoding === 'buffer' ? undefined : encoding);
      this.bytesWritten += bytes.length;
      this.#parts.push(bytes);
      callback();
    }

    _flush(callback) {
      try {
        this.push(run(this.#operation, Buffer.concat(this.#parts), this.#options));
        callback();
      } catch (error) {
        if (error.code === undefined && /^Zstd/.test(error.message)) error.code = 'ERR_ZSTD_DECOMPRESSION_FAILED';
        callback(error);
      }
    }

    // Nothing comes out before the end.
    flush(kind, callback) {
      const done = typeof kind === 'function' ? kind : callback;
      if (done) rt.use('node/process').nextTick(done);
    }

    close(callback) {
      if (callback) this.once('close', callback);
      this.destroy();
    }
  }

  const WHOLE = {
    brotliCompress: 'BrotliCompress', brotliDecompress: 'BrotliDecompress', zstdCompress: 'ZstdCompress', zstdDecompress: 'ZstdDecompress',
  };
  for (const operation of [...Object.keys(CLASSES), ...Object.keys(WHOLE)]) {
    const name = CLASSES[operation] ?? WHOLE[operation];
    const Base = WHOLE[operation] === undefined ? ZlibBase : WholeBase;
    const Class = { [name]: class extends Base {
      constructor(options) { super(operation, options); }
    } }[name];
    zlib[name] = Class;
    zlib[`create${name}`] = (options) => new Class(options);
    zlib[`${operation}Sync`] = (value, options) => run(operation, value, options);
    zlib[operation] = (value, options, callback) => {
      const done = typeof options === 'function' ? options : callback;
      validateFunction(done, 'callback');
      if (isZstd(operation)) zstdInput(operation, value);
      else bytesOf(value);
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

  Object.assign(zlib, constants);

  return zlib;
})
