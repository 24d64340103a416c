// node:crypto: hashes, HMACs, random values and key derivation; keys, ciphers and signatures have files of their own.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Error, Number, Object } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { invalidArgType, outOfRange, validateFunction, withCode, notImplemented } = rt.use('node/errors');
  const { Transform } = rt.use('node/stream');
  const { bytesOf, finish, settle } = rt.use('node/crypto-bytes');
  const { HASHES, requireHash } = rt.use('node/crypto-hashes');
  const randomOf = rt.host('crypto.random');

  // Keys, ciphers and the like, loaded with the first of them that is touched.
  const PARTS = {
    __proto__: null,
    'crypto-keys': 'KeyObject SecretKeyObject PublicKeyObject PrivateKeyObject createSecretKey createPublicKey createPrivateKey generateKey '
      + 'generateKeySync generateKeyPair generateKeyPairSync',
    'crypto-cipher': 'Cipheriv Decipheriv createCipheriv createDecipheriv getCiphers getCipherInfo',
    'crypto-sign': 'Sign Verify createSign createVerify sign verify publicEncrypt publicDecrypt privateEncrypt privateDecrypt',
    'crypto-agreement': 'DiffieHellman DiffieHellmanGroup ECDH createDiffieHellman createDiffieHellmanGroup getDiffieHellman createECDH getCurves '
      + 'diffieHellman generatePrime generatePrimeSync checkPrime checkPrimeSync',
    'crypto-certificate': 'Certificate X509Certificate',
  };
  const secretOf = (key, name) => {
    const isSecret = typeof key === 'object' && key !== null && !ArrayBuffer.isView(key) && !(key instanceof ArrayBuffer);
    return isSecret ? rt.use('node/crypto-keys').secretBytes(key, name) : bytesOf(key, name);
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
      this.#key = secretOf(key, 'key');
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
    checkInteger(offset, 'offset', 0, buffer.byteLength);
    checkInteger(size, 'size', 0, buffer.byteLength - offset);
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
    for (const [name, value] of [['N', cost], ['r', blockSize], ['p', parallel]]) checkInteger(value, name, 0, 2 ** 32 - 1);
    const fits = cost >= 2 && (cost & (cost - 1)) === 0 && blockSize > 0 && parallel > 0 && 128 * cost * blockSize <= limit;
    // The host has no result where the memory that it takes is more than the worker may have, whatever `maxmem` says.
    const key = fits ? rt.host('crypto.scrypt')(bytesOf(password, 'password'), bytesOf(salt, 'salt'), cost, blockSize, parallel, size) : null;
    if (key === null) throw withCode(rt.primordials.RangeError, 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS', 'Invalid scrypt params: memory limit exceeded');
    return finish(key);
  };

  const hkdfSync = (digest, key, salt, info, size) => {
    const hash = requireHash(digest, `Invalid digest: ${digest}`);
    checkInteger(size, 'length', 0);
    const bytes = rt.host('crypto.hkdf')(hash, secretOf(key, 'key'), bytesOf(salt, 'salt'), bytesOf(info, 'info'), size);
    if (bytes === null) throw withCode(rt.primordials.RangeError, 'ERR_CRYPTO_INVALID_KEYLEN', 'Invalid key length');
    return bytes.buffer;
  };

  const timingSafeEqual = (a, b) => {
    for (const [name, value] of [['buf1', a], ['buf2', b]]) {
      if (typeof value === 'string') throw invalidArgType(name, ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], value);
    }
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
    constants: rt.use('node/crypto-constants'),
    get webcrypto() { return rt.use('crypto/crypto').crypto; },
    get subtle() { return rt.use('crypto/crypto').crypto.subtle; },
  };
  for (const name of ['Cipher', 'Decipher', 'createCipher', 'createDecipher', 'setEngine', 'setFips']) {
    crypto[name] = { [name]() { throw notImplemented(name); } }[name];
  }
  crypto.secureHeapUsed = () => ({ total: 0, used: 0, utilization: 0, min: 0 });
  for (const part of Object.keys(PARTS)) {
    for (const name of PARTS[part].split(' ')) {
      Object.defineProperty(crypto, name, { __proto__: null, get: () => rt.use(`node/${part}`)[name], enumerable: true, configurable: true });
    }
  }
  Object.defineProperty(crypto, 'CryptoKey', { __proto__: null, get: () => rt.global.CryptoKey, enumerable: true, configurable: true });
  crypto.fips = false;

  return crypto;
})
