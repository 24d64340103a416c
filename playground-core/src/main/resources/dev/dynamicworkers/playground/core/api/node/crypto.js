// node:crypto: hashes, HMACs, random values and key derivation.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Error, Number, Object, String } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { invalidArgType, outOfRange, validateFunction, validateString, withCode, notImplemented } = rt.use('node/errors');
  const { Transform } = rt.use('node/stream');
  const randomOf = rt.host('crypto.random');

  const HASHES = {
    __proto__: null, md5: 'MD5', sha1: 'SHA-1', sha224: 'SHA-224', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512',
    'sha512-224': 'SHA-512/224', 'sha512-256': 'SHA-512/256', 'sha3-224': 'SHA3-224', 'sha3-256': 'SHA3-256', 'sha3-384': 'SHA3-384', 'sha3-512': 'SHA3-512',
  };

  const hashOf = (name) => HASHES[String(name).toLowerCase().replace(/^rsa-/, '').replace(/^sha-(?=\d)/, 'sha')];

  const requireHash = (name, message = 'Digest method not supported') => {
    validateString(name, 'algorithm');
    const hash = hashOf(name);
    if (hash === undefined) throw withCode(Error, 'ERR_CRYPTO_INVALID_DIGEST', message);
    return hash;
  };

  const bytesOf = (data, name, encoding = 'utf8') => {
    if (typeof data === 'string') return Buffer.from(data, encoding === 'buffer' ? 'utf8' : encoding);
    if (ArrayBuffer.isView(data) || data instanceof ArrayBuffer) return data;
    throw invalidArgType(name, ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  };

  const finish = (bytes, encoding) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return encoding === undefined || encoding === 'buffer' ? buffer : buffer.toString(encoding);
  };

  class Hash extends Transform {
    #handle;
    #ended = false;

    constructor(algorithm, options) {
      super(options);
      this.#handle = typeof algorithm === 'number' ? algorithm : rt.host('crypto.digestStart')(requireHash(algorithm));
    }

    update(data, encoding) {
      if (this.#ended) throw withCode(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
      rt.host('crypto.digestUpdate')(this.#handle, bytesOf(data, 'data', encoding));
      return this;
    }

    digest(encoding) {
      if (this.#ended) throw withCode(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
      this.#ended = true;
      return finish(rt.host('crypto.digestEnd')(this.#handle), encoding);
    }

    copy(options) {
      if (this.#ended) throw withCode(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
      return new Hash(rt.host('crypto.digestCopy')(this.#handle), options);
    }

    _transform(chunk, encoding, callback) {
      this.update(chunk, encoding);
      callback();
    }

    _flush(callback) {
      this.push(this.digest());
      callback();
    }
  }

  // The parts are kept until the end: the host makes an HMAC in one call.
  class Hmac extends Transform {
    #hash;
    #key;
    #parts = [];
    #ended = false;

    constructor(algorithm, key, options) {
      super(options);
      this.#hash = requireHash(algorithm, `Invalid digest: ${algorithm}`);
      this.#key = bytesOf(key, 'key');
    }

    update(data, encoding) {
      if (this.#ended) throw withCode(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
      this.#parts.push(Buffer.from(bytesOf(data, 'data', encoding)));
      return this;
    }

    digest(encoding) {
      if (this.#ended) return encoding === undefined || encoding === 'buffer' ? Buffer.from('') : '';
      this.#ended = true;
      return finish(rt.host('crypto.hmac')(this.#hash, this.#key, Buffer.concat(this.#parts)), encoding);
    }

    _transform(chunk, encoding, callback) {
      this.update(chunk, encoding);
      callback();
    }

    _flush(callback) {
      this.push(this.digest());
      callback();
    }
  }

  function createHash(algorithm, options) { return new Hash(algorithm, options); }
  function createHmac(algorithm, key, options) { return new Hmac(algorithm, key, options); }

  // A function with a callback, or without one its result.
  const settle = (callback, work) => {
    if (callback === undefined) return work();
    validateFunction(callback, 'callback');
    const { nextTick } = rt.use('node/process');
    let result;
    try {
      result = work();
    } catch (error) {
      nextTick(callback, error);
      return undefined;
    }
    nextTick(callback, null, result);
    return undefined;
  };

  const checkInteger = (value, name, min, max = 0x7fffffff) => {
    if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
    if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
    if (value < min || value > max) throw outOfRange(name, `>= ${min} && <= ${max}`, value);
  };

  const randomBytes = (size, callback) => {
    checkInteger(size, 'size', 0);
    rt.io.require();
    return settle(callback, () => finish(randomOf(size)));
  };

  const randomFillSync = (buffer, offset = 0, size = buffer.byteLength - offset) => {
    if (!ArrayBuffer.isView(buffer) && !(buffer instanceof ArrayBuffer)) throw invalidArgType('buf', ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], buffer);
    rt.io.require();
    const target = ArrayBuffer.isView(buffer) ? Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength) : Buffer.from(buffer);
    target.set(randomOf(size), offset);
    return buffer;
  };

  const randomInt = (...args) => {
    const callback = typeof args.at(-1) === 'function' ? args.pop() : undefined;
    const [min, max] = args.length === 1 ? [0, args[0]] : args;
    if (!Number.isSafeInteger(min)) throw invalidArgType('min', 'a safe integer', min);
    if (!Number.isSafeInteger(max)) throw invalidArgType('max', 'a safe integer', max);
    const range = max - min;
    if (range <= 0) throw outOfRange('max', `greater than the value of "min" (${min})`, max);
    if (range > 2 ** 48 - 1) throw outOfRange(args.length === 1 ? 'max' : 'max - min', `<= ${2 ** 48 - 1}`, range);
    return settle(callback, () => {
      const limit = 2 ** 48 - (2 ** 48 % range);
      for (;;) {
        const value = randomBytes(6).readUIntBE(0, 6);
        if (value < limit) return min + (value % range);
      }
    });
  };

  const pbkdf2Sync = (password, salt, iterations, size, digest) => {
    checkInteger(iterations, 'iterations', 1);
    checkInteger(size, 'keylen', 0);
    const hash = requireHash(digest, `Invalid digest: ${digest}`);
    if (iterations > 100000) throw withCode(Error, 'ERR_OUT_OF_RANGE', `Pbkdf2 failed: iteration counts above 100000 are not supported (requested ${iterations}).`);
    return finish(rt.host('crypto.pbkdf2')(hash, bytesOf(password, 'password'), bytesOf(salt, 'salt'), iterations, size));
  };

  const scryptSync = (password, salt, size, options = {}) => {
    const cost = options.N ?? options.cost ?? 16384;
    const blockSize = options.r ?? options.blockSize ?? 8;
    const parallel = options.p ?? options.parallelization ?? 1;
    const limit = options.maxmem ?? 32 * 1024 * 1024;
    checkInteger(size, 'keylen', 0);
    if (cost < 2 || (cost & (cost - 1)) !== 0 || 128 * cost * blockSize > limit) {
      throw withCode(rt.primordials.RangeError, 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS', 'Invalid scrypt params: memory limit exceeded');
    }
    return finish(rt.host('crypto.scrypt')(bytesOf(password, 'password'), bytesOf(salt, 'salt'), cost, blockSize, parallel, size));
  };

  const hkdfSync = (digest, key, salt, info, size) => {
    const hash = requireHash(digest, `Invalid digest: ${digest}`);
    checkInteger(size, 'length', 0);
    const bytes = rt.host('crypto.hkdf')(hash, bytesOf(key, 'key'), bytesOf(salt, 'salt'), bytesOf(info, 'info'), size);
    if (bytes === null) throw withCode(rt.primordials.RangeError, 'ERR_CRYPTO_INVALID_KEYLEN', 'Invalid key length');
    return bytes.buffer;
  };

  const timingSafeEqual = (a, b) => {
    const left = bytesOf(a, 'buf1');
    const right = bytesOf(b, 'buf2');
    if (left.byteLength !== right.byteLength) {
      throw withCode(rt.primordials.RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', 'Input buffers must have the same byte length');
    }
    return rt.host('crypto.equal')(left, right);
  };

  const crypto = {
    Hash, Hmac, createHash, createHmac, randomBytes, randomFillSync, randomInt, timingSafeEqual, pbkdf2Sync, scryptSync, hkdfSync,
    pseudoRandomBytes: randomBytes,
    hash: (algorithm, data, encoding = 'hex') => new Hash(algorithm).update(data).digest(encoding),
    getHashes: () => Object.keys(HASHES),
    getCurves: () => ['prime256v1', 'secp384r1', 'secp521r1'],
    getCiphers: () => [],
    randomUUID: () => rt.use('crypto/crypto').crypto.randomUUID(),
    getRandomValues: (view) => rt.use('crypto/crypto').crypto.getRandomValues(view),
    randomFill(buffer, ...rest) {
      const callback = rest.pop();
      settle(callback, () => randomFillSync(buffer, ...rest));
    },
    pbkdf2(password, salt, iterations, size, digest, callback) {
      validateFunction(callback, 'callback');
      return settle(callback, () => pbkdf2Sync(password, salt, iterations, size, digest));
    },
    scrypt(password, salt, size, options, callback) {
      const done = typeof options === 'function' ? options : callback;
      validateFunction(done, 'callback');
      return settle(done, () => scryptSync(password, salt, size, typeof options === 'function' ? {} : options));
    },
    hkdf(digest, key, salt, info, size, callback) {
      validateFunction(callback, 'callback');
      return settle(callback, () => hkdfSync(digest, key, salt, info, size));
    },
    getFips: () => 0,
    constants: {},
    get webcrypto() { return rt.use('crypto/crypto').crypto; },
    get subtle() { return rt.use('crypto/crypto').crypto.subtle; },
  };
  for (const name of [
    'createCipheriv', 'createDecipheriv', 'createSign', 'createVerify', 'createDiffieHellman', 'createDiffieHellmanGroup', 'createECDH',
    'createPrivateKey', 'createPublicKey', 'createSecretKey', 'generateKey', 'generateKeySync', 'generateKeyPair', 'generateKeyPairSync',
    'generatePrime', 'generatePrimeSync', 'checkPrime', 'checkPrimeSync', 'privateDecrypt', 'privateEncrypt', 'publicDecrypt', 'publicEncrypt',
    'sign', 'verify', 'diffieHellman', 'getDiffieHellman', 'getCipherInfo', 'setEngine', 'setFips',
  ]) {
    crypto[name] = () => { throw notImplemented(`crypto.${name}`); };
  }

  for (const name of [
    'Certificate', 'Cipheriv', 'Decipheriv', 'DiffieHellman', 'DiffieHellmanGroup', 'ECDH', 'KeyObject', 'PrivateKeyObject', 'PublicKeyObject',
    'SecretKeyObject', 'Sign', 'Verify', 'X509Certificate',
  ]) {
    crypto[name] = { [name]: class { constructor() { throw notImplemented(`crypto.${name}`); } } }[name];
  }
  Object.defineProperty(crypto, 'CryptoKey', { __proto__: null, get: () => rt.global.CryptoKey, enumerable: true, configurable: true });
  crypto.fips = false;

  return crypto;
})
