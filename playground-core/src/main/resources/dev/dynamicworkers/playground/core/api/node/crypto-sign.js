// Signatures of node:crypto, and encryption with RSA keys.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Error } = rt.primordials;
  const { Buffer } = rt.use('node/buffer');
  const { Writable } = rt.use('node/stream');
  const { bytesOf, finish, isBytes, settle } = rt.use('node/crypto-bytes');
  const { keyFor, isKeyObject } = rt.use('node/crypto-keys');
  const { invalidArgValue } = rt.use('node/errors');
  const { requireHash } = rt.use('node/crypto-hashes');
  const signBytes = rt.host('crypto.sign');
  const verifyBytes = rt.host('crypto.verify');

  const HASH_BYTES = { __proto__: null, MD5: 16, 'SHA-1': 20, 'SHA-224': 28, 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };
  const PSS_PADDING = 6;
  const DIGEST = -1;
  const AUTO = -2;

  // Padding and the like stand beside the key in one object.
  const optionsOf = (key) => (typeof key === 'object' && key !== null && !isKeyObject(key) && !isBytes(key) && 'key' in key ? key : {});
  const inner = (input, options) => (options.key !== undefined && isKeyObject(options.key) ? options.key : input);

  const modulusBytes = (data) => {
    const [n] = rt.host('crypto.keyToParts')('RSA', null, data.spki, null);
    return n.length;
  };

  // Scheme of the host and lengths of salt to try.
  const schemeOf = (data, hash, options, isVerifying) => {
    switch (data.family) {
      case 'EC': {
        if (options.dsaEncoding !== undefined && !['der', 'ieee-p1363'].includes(options.dsaEncoding)) throw invalidArgValue('options.dsaEncoding', options.dsaEncoding);
        return [options.dsaEncoding === 'ieee-p1363' ? 'ECDSA' : 'ECDSA_DER', [0]];
      }
      case 'Ed25519': return ['Ed25519', [0]];
      case 'RSA': {
        if (options.padding !== PSS_PADDING) return ['RSA', [0]];
        const most = modulusBytes(data) - HASH_BYTES[hash] - 2;
        const salt = options.saltLength ?? AUTO;
        if (salt === DIGEST) return ['PSS', [HASH_BYTES[hash]]];
        if (salt !== AUTO) return ['PSS', [salt]];
        return ['PSS', isVerifying ? [HASH_BYTES[hash], most, ...new rt.primordials.Array(most).keys()] : [most]];
      }
      default: throw new Error('Unsupported key type for a signature');
    }
  };

  const hashFor = (data, algorithm) => {
    if (data.family === 'Ed25519') {
      if (algorithm !== null && algorithm !== undefined) throw new Error('Failed to set signature digest');
      return '';
    }
    return requireHash(algorithm ?? 'sha256', `Invalid digest: ${algorithm}`);
  };

  const signNow = (algorithm, bytes, key) => {
    const options = optionsOf(key);
    const data = keyFor(inner(key, options), 'pkcs8');
    const hash = hashFor(data, algorithm);
    const [scheme, [salt]] = schemeOf(data, hash, options, false);
    const signature = signBytes(scheme, hash, salt, data.pkcs8, bytes);
    if (signature === null) throw new Error('Failed to sign: the key may be too small for the digest');
    return finish(signature);
  };

  const verifyNow = (algorithm, bytes, key, signature) => {
    const options = optionsOf(key);
    const data = keyFor(inner(key, options), 'spki');
    const hash = hashFor(data, algorithm);
    const [scheme, salts] = schemeOf(data, hash, options, true);
    return salts.some((salt) => verifyBytes(scheme, hash, salt, data.spki, bytes, signature));
  };

  class SignBase extends Writable {
    #parts = [];
    #algorithm;

    constructor(algorithm, options) {
      super(options);
      requireHash(algorithm, `Invalid digest: ${algorithm}`);
      this.#algorithm = algorithm;
    }

    update(data, encoding) {
      this.#parts.push(Buffer.from(bytesOf(data, 'data', encoding)));
      return this;
    }

    _write(chunk, encoding, callback) {
      this.update(chunk, encoding);
      callback();
    }

    // Algorithm and data, which can be asked for once.
    take() {
      const bytes = Buffer.concat(this.#parts);
      this.#parts = [];
      return [this.#algorithm, bytes];
    }
  }

  class Sign extends SignBase {
    sign(key, encoding) {
      const [algorithm, bytes] = this.take();
      return finish(signNow(algorithm, bytes, key), encoding);
    }
  }

  class Verify extends SignBase {
    verify(key, signature, encoding) {
      const [algorithm, bytes] = this.take();
      return verifyNow(algorithm, bytes, key, bytesOf(signature, 'signature', encoding));
    }
  }

  // RSA

  const OAEP = 4;
  const PADDINGS = { __proto__: null, 1: 'PKCS1Padding', 3: 'NoPadding' };

  const crypt = (isEncrypting, isPrivate, standard) => (key, buffer) => {
    const options = optionsOf(key);
    const data = keyFor(inner(key, options), isPrivate ? 'pkcs8' : 'spki');
    if (data.family !== 'RSA') throw new Error('Only RSA keys encrypt and decrypt');
    const padding = options.padding ?? standard;
    const bytes = bytesOf(buffer, 'buffer', options.encoding);
    const der = isPrivate ? data.pkcs8 : data.spki;
    let result = null;
    if (padding === OAEP && standard === OAEP) {
      const label = options.oaepLabel === undefined ? new ArrayBuffer(0) : bytesOf(options.oaepLabel, 'options.oaepLabel');
      result = rt.host('crypto.rsaOaep')(isEncrypting, requireHash(options.oaepHash ?? 'sha1'), label, der, bytes);
    } else if (PADDINGS[padding] !== undefined) {
      result = rt.host('nodeCrypto.rsa')(isEncrypting, isPrivate, PADDINGS[padding], der, bytes);
    } else {
      throw invalidArgValue('options.padding', padding);
    }
    if (result === null) throw new Error('Failed to cipher/decipher');
    return finish(result);
  };

  return {
    Sign, Verify,
    createSign: (algorithm, options) => new Sign(algorithm, options),
    createVerify: (algorithm, options) => new Verify(algorithm, options),
    sign: (algorithm, data, key, callback) => settle(callback, () => signNow(algorithm, bytesOf(data, 'data'), key)),
    verify: (algorithm, data, key, signature, callback) =>
      settle(callback, () => verifyNow(algorithm, bytesOf(data, 'data'), key, bytesOf(signature, 'signature'))),
    publicEncrypt: crypt(true, false, OAEP),
    privateDecrypt: crypt(false, true, OAEP),
    privateEncrypt: crypt(true, true, 1),
    publicDecrypt: crypt(false, false, 1),
  };
})
