// Shared secrets of node:crypto, by Diffie and Hellman on numbers and on curves, and prime numbers.
(function (rt) {
  'use strict';
  const { BigInt, Error, Math, Number, Object } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { bytesOf, finish, settle } = rt.use('node/crypto-bytes');
  const { CURVES, curveOf, keyFor } = rt.use('node/crypto-keys');
  const { invalidArgType, invalidArgValue, outOfRange, validateFunction, validateObject, withCode } = rt.use('node/errors');
  const power = rt.host('nodeCrypto.power');
  const random = rt.host('crypto.random');

  const encodingOf = (value) => (value === 'buffer' ? undefined : value);
  const GROUPS = ['modp14', 'modp15', 'modp16', 'modp17', 'modp18'];

  class DiffieHellmanBase {
    #prime;
    #generator;
    #privateKey;
    #publicKey;

    constructor(prime, generator) {
      this.#prime = prime;
      this.#generator = generator;
    }

    // 1: no prime, 2: no safe prime, 4: the generator can't be checked, 8: it does not fit.
    get verifyError() {
      const prime = BigInt(`0x${this.#prime.toString('hex')}`);
      const generator = this.#generator.length === 1 ? this.#generator[0] : 0;
      if (!isPrime(prime)) return 1;
      const safe = isPrime((prime - 1n) / 2n) ? 0 : 2;
      if (generator === 2) return safe | (prime % 24n === 11n ? 0 : 8);
      if (generator === 5) return safe | ([3n, 7n].includes(prime % 10n) ? 0 : 8);
      return safe | 4;
    }

    generateKeys(encoding) {
      rt.io.require();
      if (this.#privateKey === undefined) {
        const size = Math.min(this.#prime.length, 64);
        this.#privateKey = finish(random(size));
        // Below the prime, and not zero.
        this.#privateKey[0] &= this.#prime.length === size ? this.#prime[0] >> 1 : 255;
        this.#privateKey[size - 1] |= 2;
      }
      this.#publicKey ??= this.#raise(this.#generator);
      return this.getPublicKey(encoding);
    }

    #raise(base) {
      const result = power(base, this.#privateKey, this.#prime);
      if (result === null) throw new Error('Unsupported length of prime or key');
      return finish(result);
    }

    computeSecret(other, inputEncoding, outputEncoding) {
      const key = Buffer.from(bytesOf(other, 'otherPublicKey', encodingOf(inputEncoding)));
      if (this.#privateKey === undefined) throw new Error('No private key set');
      const number = BigInt(`0x${key.toString('hex') || '0'}`);
      if (number < 2n) throw withCode(Error, 'ERR_CRYPTO_INVALID_KEYLEN', 'Supplied key is too small');
      if (number >= BigInt(`0x${this.#prime.toString('hex')}`) - 1n) throw withCode(Error, 'ERR_CRYPTO_INVALID_KEYLEN', 'Supplied key is too large');
      return finish(this.#raise(key), encodingOf(outputEncoding));
    }

    getPrime(encoding) { return finish(this.#prime, encodingOf(encoding)); }
    getGenerator(encoding) { return finish(this.#generator, encodingOf(encoding)); }
    getPublicKey(encoding) {
      if (this.#publicKey === undefined) throw new Error('No public key - did you forget to generate one?');
      return finish(this.#publicKey, encodingOf(encoding));
    }
    getPrivateKey(encoding) {
      if (this.#privateKey === undefined) throw new Error('No private key - did you forget to generate one?');
      return finish(this.#privateKey, encodingOf(encoding));
    }

    static {
      this.setPublic = (self, key) => { self.#publicKey = key; };
      this.setPrivate = (self, key) => { self.#privateKey = key; };
    }
  }
  const { setPublic, setPrivate } = DiffieHellmanBase;
  delete DiffieHellmanBase.setPublic;
  delete DiffieHellmanBase.setPrivate;

  class DiffieHellman extends DiffieHellmanBase {
    constructor(prime, primeEncoding, generator, generatorEncoding) {
      const [encoding, given, givenEncoding] = typeof primeEncoding === 'string' ? [primeEncoding, generator, generatorEncoding] : [undefined, primeEncoding, generator];
      let number;
      if (typeof prime === 'number') {
        if (!Number.isInteger(prime) || prime < 3) throw outOfRange('sizeOrKey', '>= 3', prime);
        rt.io.require();
        number = finish(rt.host('nodeCrypto.prime')(prime, true));
      } else {
        number = Buffer.from(bytesOf(prime, 'sizeOrKey', encodingOf(encoding)));
      }
      const base = given === undefined ? Buffer.from([2]) : typeof given === 'number' ? Buffer.from([given]) : Buffer.from(bytesOf(given, 'generator', encodingOf(givenEncoding)));
      if (base.length === 0 || (base.length === 1 && base[0] < 2)) throw new Error('Invalid generator');
      super(number, base);
    }

    setPublicKey(key, encoding) { setPublic(this, Buffer.from(bytesOf(key, 'key', encodingOf(encoding)))); }
    setPrivateKey(key, encoding) { setPrivate(this, Buffer.from(bytesOf(key, 'key', encodingOf(encoding)))); }
  }

  class DiffieHellmanGroup extends DiffieHellmanBase {
    constructor(name) {
      const prime = GROUPS.includes(name) ? rt.host('nodeCrypto.group')(name) : null;
      if (prime === null) throw new Error(`Failed to init DiffieHellmanGroup: invalid group. Only groups {${GROUPS.join(', ')}} are supported.`);
      super(finish(prime), Buffer.from([2]));
    }
  }

  // ---- curves ----

  const parse = rt.host('crypto.parseKey');
  const toParts = rt.host('crypto.keyToParts');

  const requireCurve = (name) => {
    if (typeof name !== 'string') throw invalidArgType('curve', 'string', name);
    const curve = curveOf(name);
    if (curve === undefined) throw new Error('Invalid curve');
    return curve;
  };

  const publicOf = (curve, bytes) => {
    const pair = parse('EC', curve, 'raw', bytes);
    if (pair === null) throw new Error('Failed to set point');
    return pair[1];
  };

  const pointOf = (curve, spki, format = 'uncompressed') => {
    const [x, y] = toParts('EC', curve, spki, null);
    switch (format) {
      case 'uncompressed': return Buffer.concat([Buffer.from([4]), x, y]);
      case 'compressed': return Buffer.concat([Buffer.from([2 + (y[y.length - 1] & 1)]), x]);
      case 'hybrid': return Buffer.concat([Buffer.from([6 + (y[y.length - 1] & 1)]), x, y]);
      default: throw withCode(rt.primordials.TypeError, 'ERR_CRYPTO_ECDH_INVALID_FORMAT', `Invalid ECDH format: ${format}`);
    }
  };

  class ECDH {
    #curve;
    #spki;
    #pkcs8;

    constructor(name) { this.#curve = requireCurve(name); }

    static convertKey(key, name, inputEncoding, outputEncoding, format) {
      const curve = requireCurve(name);
      return finish(pointOf(curve, publicOf(curve, bytesOf(key, 'key', encodingOf(inputEncoding))), format), encodingOf(outputEncoding));
    }

    generateKeys(encoding, format) {
      rt.io.require();
      [this.#pkcs8, this.#spki] = rt.host('crypto.generatePair')('EC', this.#curve);
      return this.getPublicKey(encoding, format);
    }

    computeSecret(other, inputEncoding, outputEncoding) {
      const theirs = publicOf(this.#curve, bytesOf(other, 'otherPublicKey', encodingOf(inputEncoding)));
      if (this.#pkcs8 === undefined) throw new Error('Private key is not set');
      return finish(rt.host('crypto.agree')('EC', this.#pkcs8, theirs), encodingOf(outputEncoding));
    }

    getPublicKey(encoding, format) {
      if (this.#spki === undefined) throw new Error('Failed to get ECDH public key');
      return finish(pointOf(this.#curve, this.#spki, format), encodingOf(encoding));
    }

    getPrivateKey(encoding) {
      if (this.#pkcs8 === undefined) throw new Error('Failed to get ECDH private key');
      return finish(toParts('EC', this.#curve, this.#spki, this.#pkcs8)[2], encodingOf(encoding));
    }

    setPrivateKey(key, encoding) {
      const d = Buffer.from(bytesOf(key, 'key', encodingOf(encoding)));
      const pair = rt.host('nodeCrypto.curvePair')(this.#curve, d);
      if (pair === null) throw new Error('Private key is not valid for specified curve');
      [this.#pkcs8, this.#spki] = pair;
    }

    setPublicKey(key, encoding) { this.#spki = publicOf(this.#curve, bytesOf(key, 'key', encodingOf(encoding))); }
  }

  const agree = (options) => {
    validateObject(options, 'options');
    const own = keyFor(options.privateKey, 'pkcs8');
    const other = keyFor(options.publicKey, 'spki');
    if (own.family !== other.family || own.curve !== other.curve || !['EC', 'X25519'].includes(own.family)) {
      throw withCode(Error, 'ERR_CRYPTO_INCOMPATIBLE_KEY', 'Incompatible key types for Diffie-Hellman');
    }
    const result = rt.host('crypto.agree')(own.family, own.pkcs8, other.spki);
    if (result === null) throw new Error('Failed to derive shared diffie-hellman secret');
    return finish(result);
  };

  // ---- primes ----

  const numberBytes = (value, name) => {
    if (typeof value === 'bigint') {
      if (value < 0n) throw outOfRange(name, '>= 0', value);
      const hex = value.toString(16);
      return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
    }
    return bytesOf(value, name);
  };

  const makePrime = (size, options = {}) => {
    if (typeof size !== 'number') throw invalidArgType('size', 'number', size);
    if (!Number.isInteger(size) || size < 1) throw outOfRange('size', '>= 1 && <= 2147483647', size);
    if (options.add !== undefined || options.rem !== undefined) throw invalidArgValue('options.add', options.add, 'is not supported here');
    rt.io.require();
    const bytes = size === 1 ? null : rt.host('nodeCrypto.prime')(size, options.safe === true);
    if (bytes === null) throw new Error('Invalid size of a prime: it has at least 2 bits');
    const buffer = finish(bytes);
    return options.bigint === true ? BigInt(`0x${buffer.toString('hex')}`) : buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.length);
  };

  const isPrime = (candidate) => rt.host('nodeCrypto.isPrime')(numberBytes(candidate, 'candidate'));

  return {
    DiffieHellman, DiffieHellmanGroup, ECDH,
    createDiffieHellman: (...args) => new DiffieHellman(...args),
    createDiffieHellmanGroup: (name) => new DiffieHellmanGroup(name),
    getDiffieHellman: (name) => new DiffieHellmanGroup(name),
    createECDH: (name) => new ECDH(name),
    getCurves: () => Object.values(CURVES),
    diffieHellman: (options, callback) => settle(callback, () => agree(options)),
    generatePrimeSync: makePrime,
    generatePrime(size, options, callback) {
      const done = typeof options === 'function' ? options : callback;
      validateFunction(done, 'callback');
      settle(done, () => makePrime(size, typeof options === 'function' ? undefined : options));
    },
    checkPrimeSync: (candidate) => isPrime(candidate),
    checkPrime(candidate, options, callback) {
      const done = typeof options === 'function' ? options : callback;
      validateFunction(done, 'callback');
      settle(done, () => isPrime(candidate));
    },
  };
})
