// Keys of node:crypto: secret, public and private ones, read from and written as PEM, DER and JSON web keys.
(function (rt) {
  'use strict';
  const { BigInt, Error, Math, Object, RangeError, Symbol, TypeError } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { bytesOf, finish, isBytes, settle } = rt.use('node/crypto-bytes');
  const { invalidArgType, invalidArgValue, validateObject, validateString } = rt.use('node/errors');
  const { isKey, materialOf } = rt.use('crypto/key');
  const readKey = rt.host('nodeCrypto.readKey');
  const fromParts = rt.host('crypto.keyFromParts');
  const toParts = rt.host('crypto.keyToParts');
  const generatePair = rt.host('crypto.generatePair');
  const base64UrlDecode = rt.host('crypto.base64UrlDecode');
  const base64UrlEncode = rt.host('crypto.base64UrlEncode');

  const FIELDS = { __proto__: null, RSA: ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'], EC: ['x', 'y', 'd'], Ed25519: ['x', 'd'], X25519: ['x', 'd'] };
  const PUBLIC_FIELDS = { __proto__: null, RSA: 2, EC: 2, Ed25519: 1, X25519: 1 };
  const CURVES = { __proto__: null, 'P-256': 'prime256v1', 'P-384': 'secp384r1', 'P-521': 'secp521r1' };
  const TYPES = { __proto__: null, RSA: 'rsa', EC: 'ec', Ed25519: 'ed25519', X25519: 'x25519' };

  // The name that Web Crypto gives a curve, by any of its names.
  const curveOf = (name) => Object.keys(CURVES).find((curve) => curve === name || CURVES[curve] === name || (name === 'secp256r1' && curve === 'P-256'));

  const secret = {};
  let dataOf;

  // `data` is {bytes} of a secret key, or {family, curve, spki, pkcs8?}.
  class KeyObject {
    #type;
    #data;

    constructor(key, type, data) {
      if (key !== secret) throw new Error('Illegal constructor');
      this.#type = type;
      this.#data = data;
    }

    static { dataOf = (key) => (typeof key === 'object' && key !== null && #data in key ? key.#data : undefined); }

    static from(key) {
      if (!isKey(key)) throw invalidArgType('key', 'CryptoKey', key);
      return fromCryptoKey(key);
    }

    get type() { return this.#type; }

    equals(other) {
      const theirs = dataOf(other);
      if (theirs === undefined) throw invalidArgType('otherKeyObject', 'KeyObject', other);
      if (this.#type !== other.type) return false;
      const part = this.#type === 'secret' ? 'bytes' : this.#type === 'public' ? 'spki' : 'pkcs8';
      return rt.host('crypto.equal')(this.#data[part], theirs[part]);
    }

    get [Symbol.toStringTag]() { return 'KeyObject'; }
  }

  class SecretKeyObject extends KeyObject {
    get symmetricKeySize() { return dataOf(this).bytes.byteLength; }

    export(options) {
      const { bytes } = dataOf(this);
      if (options?.format === 'jwk') return { kty: 'oct', ext: true, k: base64UrlEncode(bytes) };
      if (options?.format !== undefined && options.format !== 'buffer') throw invalidArgValue('options.format', options.format);
      return Buffer.from(bytes);
    }

  }

  class AsymmetricKeyObject extends KeyObject {
    get asymmetricKeyType() { return TYPES[dataOf(this).family]; }

    get asymmetricKeyDetails() {
      const { family, curve, spki } = dataOf(this);
      if (family === 'EC') return { namedCurve: CURVES[curve] };
      if (family !== 'RSA') return {};
      const [n, e] = toParts('RSA', null, spki, null);
      const number = (bytes) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
      return { modulusLength: number(n).toString(2).length, publicExponent: number(e) };
    }
  }

  const pem = (label, der) => `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64').replace(/(.{64})(?=.)/g, '$1\n')}\n-----END ${label}-----\n`;

  const jwkOf = ({ family, curve, spki, pkcs8 }) => {
    const parts = toParts(family, curve || null, spki, pkcs8 ?? null);
    const jwk = { kty: family === 'RSA' || family === 'EC' ? family : 'OKP' };
    if (family !== 'RSA') jwk.crv = family === 'EC' ? curve : family;
    parts.forEach((part, i) => { jwk[FIELDS[family][i]] = base64UrlEncode(part); });
    return jwk;
  };

  const requireOptions = (options) => {
    if (options === undefined) throw new TypeError('Missing type option');
    validateObject(options, 'options');
    if (options.format !== 'jwk' && options.type === undefined) throw new TypeError('Missing type option');
    if (!['pem', 'der', 'jwk', undefined].includes(options.format)) throw invalidArgValue('options.format', options.format);
  };

  const wrongType = (type, wanted) => invalidArgValue('options.type', type, `must be one of: ${wanted.map((one) => `'${one}'`).join(', ')}`);

  class PublicKeyObject extends AsymmetricKeyObject {
    export(options) {
      requireOptions(options);
      const data = dataOf(this);
      if (options.format === 'jwk') return jwkOf({ ...data, pkcs8: undefined });
      const isPkcs1 = options.type === 'pkcs1';
      if (!['spki', 'pkcs1'].includes(options.type) || (isPkcs1 && data.family !== 'RSA')) throw wrongType(options.type, ['spki', 'pkcs1']);
      const der = isPkcs1 ? rt.host('nodeCrypto.pkcs1')(data.spki) : data.spki;
      return options.format === 'pem' ? pem(isPkcs1 ? 'RSA PUBLIC KEY' : 'PUBLIC KEY', der) : Buffer.from(der);
    }
  }

  class PrivateKeyObject extends AsymmetricKeyObject {
    export(options) {
      requireOptions(options);
      const data = dataOf(this);
      if (options.format === 'jwk') {
        if (options.passphrase !== undefined) throw invalidArgValue('options.passphrase', '***', 'is not allowed with a JSON web key');
        return jwkOf(data);
      }
      const { type, passphrase, cipher } = options;
      const [label, der] = encodingsOf(type, data);
      if (cipher === undefined && passphrase === undefined) return options.format === 'pem' ? pem(label, der) : Buffer.from(der);
      if (type !== 'pkcs8') throw new Error('Only PKCS#8 keys can be encrypted: use type "pkcs8"');
      validateString(cipher, 'options.cipher');
      if (passphrase === undefined) throw invalidArgType('options.passphrase', ['string', 'Buffer'], passphrase);
      if (cipher.toLowerCase() !== 'aes-256-cbc') throw new Error(`Keys are encrypted with aes-256-cbc, not with ${cipher}`);
      const encrypted = rt.host('nodeCrypto.encryptKey')(der, Buffer.from(passphrase).toString());
      return options.format === 'pem' ? pem('ENCRYPTED PRIVATE KEY', encrypted) : finish(encrypted);
    }
  }

  const encodingsOf = (type, { family, pkcs8, spki }) => {
    if (type === 'pkcs8') return ['PRIVATE KEY', pkcs8];
    if (type === 'pkcs1' && family === 'RSA') return ['RSA PRIVATE KEY', rt.host('nodeCrypto.pkcs1')(pkcs8)];
    if (type === 'sec1' && family === 'EC') return ['EC PRIVATE KEY', rt.host('nodeCrypto.sec1')(pkcs8, spki)];
    throw wrongType(type, ['pkcs1', 'pkcs8', 'sec1']);
  };

  const newSecret = (bytes) => new SecretKeyObject(secret, 'secret', { bytes });
  const newPublic = (data) => new PublicKeyObject(secret, 'public', { family: data.family, curve: data.curve, spki: data.spki });
  const newPrivate = (data) => new PrivateKeyObject(secret, 'private', data);

  const FAMILIES = { __proto__: null, ECDSA: 'EC', ECDH: 'EC', Ed25519: 'Ed25519', 'NODE-ED25519': 'Ed25519', X25519: 'X25519' };

  const fromCryptoKey = (key) => {
    const material = materialOf(key);
    if (key.type === 'secret') return newSecret(Buffer.from(material));
    const data = { family: FAMILIES[key.algorithm.name] ?? 'RSA', curve: key.algorithm.namedCurve ?? '', ...material };
    return key.type === 'public' ? newPublic(data) : newPrivate(data);
  };

  const fromJwk = (jwk, wantsPrivate) => {
    validateObject(jwk, 'key.key');
    const family = jwk.kty === 'OKP' ? jwk.crv : jwk.kty;
    const fields = FIELDS[family];
    const curve = family === 'EC' ? jwk.crv : '';
    if (fields === undefined || (family === 'EC' && CURVES[curve] === undefined)) throw new Error('Unsupported JWK Key Type.');
    const isPrivate = typeof jwk.d === 'string';
    if (wantsPrivate && !isPrivate) throw new Error('Invalid JWK data');
    const parts = fields.slice(0, isPrivate ? undefined : PUBLIC_FIELDS[family]).map((field) => (typeof jwk[field] === 'string' ? base64UrlDecode(jwk[field]) : null));
    const pair = parts.includes(null) ? null : fromParts(family, curve || null, ...parts);
    if (pair === null) throw new Error('Invalid JWK data');
    return { family, curve, pkcs8: pair[0] ?? undefined, spki: pair[1] };
  };

  // Reads what createPublicKey() and createPrivateKey() take as {family, curve, spki, pkcs8?}.
  const parse = (input, wantsPrivate) => {
    const what = wantsPrivate ? 'private' : 'public';
    const isPlain = typeof input === 'string' || isBytes(input);
    if (!isPlain && (typeof input !== 'object' || input === null)) {
      throw invalidArgType('key', ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView', 'Object'], input);
    }
    const { key, format, type, passphrase, encoding } = isPlain ? { key: input } : input;
    const known = dataOf(key);
    if (known?.family !== undefined) return known;
    if (isKey(key) && key.type !== 'secret') return dataOf(fromCryptoKey(key));
    if (format === 'jwk') return fromJwk(key, wantsPrivate);
    if (typeof key !== 'string' && !isBytes(key)) {
      throw invalidArgType('options.key', ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView', 'Object'], key);
    }
    let kind = '';
    if (format === 'der') {
      validateString(type, 'options.type');
      kind = type === 'pkcs1' && wantsPrivate ? 'pkcs1!' : type;
    }
    const read = readKey(bytesOf(key, 'key', encoding), kind, passphrase === undefined ? null : Buffer.from(passphrase).toString());
    if (read === null || (wantsPrivate && read[2] === null)) throw new Error(`Failed to parse ${what} key`);
    return { family: Buffer.from(read[0]).toString(), curve: Buffer.from(read[1]).toString(), pkcs8: read[2] ?? undefined, spki: read[3] };
  };

  function createSecretKey(key, encoding) {
    return newSecret(Buffer.from(bytesOf(key, 'key', encoding)));
  }

  function createPublicKey(key) {
    if (isKey(key)) return newPublic(dataOf(fromCryptoKey(key)));
    const data = dataOf(key);
    if (data !== undefined) {
      if (key.type !== 'private') throw invalidArgValue('key', key.type, 'must be a private key');
      return newPublic(data);
    }
    return newPublic(parse(key, false));
  }

  function createPrivateKey(key) {
    return newPrivate(parse(key, true));
  }

  // What operations take for a key: {family, ...} of one that has the part that they need.
  const keyFor = (input, part) => {
    const own = dataOf(input) ?? (isKey(input) ? dataOf(fromCryptoKey(input)) : undefined) ?? parse(input, part === 'pkcs8');
    if (own[part] === undefined) throw invalidArgValue('key.type', input.type, `must be a ${part === 'pkcs8' ? 'private' : 'public or private'} key`);
    return own;
  };

  // The bytes of a secret key, or of what stands for one.
  const secretBytes = (key, name = 'key', encoding = undefined) => {
    const data = dataOf(key) ?? (isKey(key) ? dataOf(fromCryptoKey(key)) : undefined);
    if (data?.bytes !== undefined) return data.bytes;
    if (data !== undefined) throw invalidArgValue(name, data.type, 'must be a secret key');
    if (typeof key !== 'string' && !isBytes(key)) {
      throw invalidArgType(name, ['string', 'Buffer', 'TypedArray', 'DataView', 'KeyObject', 'CryptoKey'], key);
    }
    return bytesOf(key, name, encoding);
  };

  const exponentBytes = (value) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value]);

  const generateData = (type, options) => {
    switch (type) {
      case 'rsa': {
        validateObject(options, 'options');
        const { modulusLength, publicExponent = 0x10001 } = options;
        if (typeof modulusLength !== 'number') throw invalidArgType('options.modulusLength', 'number', modulusLength);
        if (modulusLength < 512 || modulusLength > 16384 || modulusLength % 8 !== 0) throw new RangeError('Invalid modulus length: a multiple of 8 from 512 to 16384 is supported');
        const pair = generatePair('RSA', modulusLength, exponentBytes(publicExponent));
        if (pair === null) throw new Error('The public exponent must be either 3 or 65537.');
        return { family: 'RSA', curve: '', pkcs8: pair[0], spki: pair[1] };
      }
      case 'ec': {
        validateObject(options, 'options');
        validateString(options.namedCurve, 'options.namedCurve');
        const curve = curveOf(options.namedCurve);
        if (curve === undefined) throw new Error('Failed to initialize key');
        const pair = generatePair('EC', curve);
        return { family: 'EC', curve, pkcs8: pair[0], spki: pair[1] };
      }
      case 'ed25519': case 'x25519': {
        const family = type === 'ed25519' ? 'Ed25519' : 'X25519';
        const pair = generatePair(family);
        return { family, curve: '', pkcs8: pair[0], spki: pair[1] };
      }
      case 'dh': throw new Error('Generating DH keys from a prime length is not yet implemented');
      default: throw invalidArgValue('type', type, "must be one of: 'rsa', 'ec', 'ed25519', 'x25519', 'dh'");
    }
  };

  const generatePairOf = (type, options = {}) => {
    validateString(type, 'type');
    rt.io.require();
    const data = generateData(type, options);
    const encode = (key, encoding) => (encoding === undefined ? key : key.export(encoding));
    return {
      publicKey: encode(newPublic(data), options.publicKeyEncoding),
      privateKey: encode(newPrivate(data), options.privateKeyEncoding),
    };
  };

  const generateSecret = (type, options) => {
    validateString(type, 'type');
    validateObject(options, 'options');
    const { length } = options;
    rt.io.require();
    if (type === 'aes') {
      if (![128, 192, 256].includes(length)) throw invalidArgValue('options.length', length, 'must be one of: 128, 192, 256');
    } else if (type === 'hmac') {
      if (typeof length !== 'number') throw invalidArgType('options.length', 'number', length);
      if (length < 8 || length > 65536) throw rt.use('node/errors').outOfRange('options.length', '>= 8 && <= 65536', length);
    } else {
      throw invalidArgValue('type', type, "must be one of: 'hmac', 'aes'");
    }
    return newSecret(finish(rt.host('crypto.random')(Math.floor(length / 8))));
  };

  return {
    KeyObject, SecretKeyObject, PublicKeyObject, PrivateKeyObject, createSecretKey, createPublicKey, createPrivateKey,
    keyFor, secretBytes, curveOf, CURVES, isKeyObject: (value) => dataOf(value) !== undefined, newPublicKey: newPublic,
    generateKeyPairSync: (type, options) => generatePairOf(type, options),
    generateKeyPair(type, options, callback) {
      const done = typeof options === 'function' ? options : callback;
      rt.use('node/errors').validateFunction(done, 'callback');
      settle(done, () => {
        const { publicKey, privateKey } = generatePairOf(type, typeof options === 'function' ? undefined : options);
        return [publicKey, privateKey];
      }, true);
    },
    generateKeySync: generateSecret,
    generateKey(type, options, callback) {
      rt.use('node/errors').validateFunction(callback, 'callback');
      settle(callback, () => generateSecret(type, options));
    },
  };
})
