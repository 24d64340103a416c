// Algorithms on secret bytes: HMAC, AES in four modes, HKDF and PBKDF2.
(function (rt) {
  'use strict';
  const { Array, ArrayBuffer, Math, Number, String, TypeError } = rt.primordials;
  const {
    newKey, materialOf, checkUsages, base64UrlDecode, base64UrlEncode, bytesOf, field, dataError,
  } = rt.use('crypto/key');
  const { hashName, blockBits } = rt.use('crypto/digest');
  const random = rt.host('crypto.random');
  const operationError = (message) => rt.domException('OperationError', message);
  const isBytes = (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer;

  const bufferField = (algorithm, name) => {
    const value = field(algorithm, name);
    if (!isBytes(value)) throw rt.fieldError(name, 'Algorithm', 'BufferSource');
    return value;
  };

  const refuseFormat = (name, format, known) => {
    throw rt.domException('NotSupportedError', `${name} key only supports exporting ${known}, not "${format}".`);
  };

  const exportSecret = (key, format, alg) => {
    const material = materialOf(key);
    if (format === 'raw' || format === 'raw-secret') return material.slice().buffer;
    if (format !== 'jwk') refuseFormat(key.algorithm.name, format, '"raw", "raw-secret" & "jwk"');
    return { key_ops: [...key.usages], ext: true, kty: 'oct', k: base64UrlEncode(material), alg };
  };

  const checkSymmetricJwk = (data, name, use, extractable, usages) => {
    if (data.use !== undefined && data.use !== use) {
      throw dataError(`Symmetric "jwk" key must have a "use" of "${use}", not "${data.use}".`);
    }
    if (data.key_ops !== undefined) {
      const operations = Array.from(data.key_ops, String);
      operations.forEach((operation, i) => {
        if (operations.indexOf(operation) !== i) {
          throw dataError(`Symmetric "jwk" key contains duplicate value "${operation}", in "key_op".`);
        }
      });
      for (const usage of usages) {
        if (!operations.includes(usage)) throw dataError(`"jwk" key missing usage "${usage}", in "key_ops".`);
      }
    }
    if (data.ext === false && extractable) throw dataError(`JWK ext field for "${name}" is set to false but extractable is true`);
  };

  const importSecret = (format, data, name, extractable, usages, use, alg) => {
    if (format === 'raw' || format === 'raw-secret') return bytesOf(data, name);
    if (format !== 'jwk') {
      throw rt.domException('NotSupportedError', `Unrecognized ${name} key import format "${format}".`);
    }
    if (data.kty !== 'oct') {
      throw dataError(
        `Symmetric "jwk" key import requires a JSON Web Key with Key Type parameter "kty" equal to "oct" (encountered "${data.kty}").`,
      );
    }
    checkSymmetricJwk(data, name, use, extractable, usages);
    const bytes = typeof data.k === 'string' ? base64UrlDecode(data.k) : null;
    if (bytes === null) throw dataError('Symmetric "jwk" key import requires a base64Url encoding of the key.');
    const expected = alg(bytes);
    if (data.alg !== undefined && expected !== undefined && data.alg !== expected) {
      throw dataError(
        name === 'HMAC'
          ? `HMAC "jwk" key import specifies "alg" that is incompatible with the hash name (encountered "${data.alg}", expected "${expected}").`
          : `Symmetric "jwk" key contains invalid "alg" value "${data.alg}", expected "${expected}".`,
      );
    }
    return bytes;
  };

  // HMAC

  const mac = rt.host('crypto.hmac');
  const equal = rt.host('crypto.equal');
  const HMAC_USAGES = ['sign', 'verify'];
  const hmacAlg = (hash) => (hash === 'MD5' ? undefined : `HS${hash.slice(4)}`);

  const hmac = {
    name: 'HMAC',
    generate(algorithm, extractable, usages) {
      const kept = checkUsages('generate', 'HMAC', usages, HMAC_USAGES);
      const hash = hashName(field(algorithm, 'hash'));
      const length = algorithm.length === undefined ? blockBits(hash) : Number(algorithm.length);
      if (!(length > 0)) throw operationError(`HMAC key length must be a non-zero unsigned long integer (requested ${length}).`);
      const bytes = random(Math.ceil(length / 8));
      return newKey(hmac, 'secret', extractable, { name: 'HMAC', hash: { name: hash }, length }, kept, bytes);
    },
    import(format, data, algorithm, extractable, usages) {
      const kept = checkUsages('import secret', 'HMAC', usages, HMAC_USAGES);
      const hash = hashName(field(algorithm, 'hash'));
      const bytes = importSecret(format, data, 'HMAC', extractable, usages, 'sig', () => hmacAlg(hash));
      const bits = bytes.length * 8;
      let { length = bits } = algorithm;
      length = Number(length);
      if (length === 0 || length > bits || length <= bits - 8) {
        throw dataError(
          `Imported HMAC key length (${length}) must be a non-zero value up to 7 bits less than, and no greater than, the bit length of ` +
            `the raw key data (${bits}).`,
        );
      }
      if (length % 8 !== 0) bytes[bytes.length - 1] &= 0xff << (8 - (length % 8));
      return newKey(hmac, 'secret', extractable, { name: 'HMAC', hash: { name: hash }, length }, kept, bytes);
    },
    export: (key, format) => exportSecret(key, format, hmacAlg(key.algorithm.hash.name)),
    sign: (algorithm, key, data) => mac(key.algorithm.hash.name, materialOf(key), data),
    verify: (algorithm, key, signature, data) => equal(mac(key.algorithm.hash.name, materialOf(key), data), signature),
    keyLength(algorithm) {
      if (algorithm.length !== undefined) {
        if (Number(algorithm.length) > 0) return Number(algorithm.length);
        throw new TypeError('HMAC key length must be a non-zero unsigned long integer.');
      }
      return blockBits(hashName(field(algorithm, 'hash', 'derivedKeyParams')));
    },
  };

  // AES

  const crypt = rt.host('crypto.aes');
  const AES_USAGES = ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'];

  const MODES = {
    'AES-CBC'(algorithm) {
      const iv = bufferField(algorithm, 'iv');
      if (iv.byteLength !== 16) throw operationError(`AES-CBC IV must be 16 bytes long (provided ${iv.byteLength} bytes).`);
      return [iv, 0, null];
    },
    'AES-CTR'(algorithm) {
      const counter = algorithm.counter;
      if (counter === undefined) throw new TypeError('Missing "counter" member in "algorithm".');
      if (counter.byteLength !== 16) throw operationError(`Counter must have length of 16 bytes (provided ${counter.byteLength}).`);
      if (algorithm.length === undefined) throw new TypeError('Missing "length" member in "algorithm".');
      const length = Number(algorithm.length);
      if (!(length > 0 && length <= 128)) throw operationError(`Invalid counter of ${length} bits length provided.`);
      return [counter, length, null];
    },
    'AES-GCM'(algorithm) {
      const iv = bufferField(algorithm, 'iv');
      if (iv.byteLength === 0) throw operationError('AES-GCM IV must not be empty.');
      const tagLength = algorithm.tagLength === undefined ? 128 : Number(algorithm.tagLength);
      if (![32, 64, 96, 104, 112, 120, 128].includes(tagLength)) throw operationError(`Invalid AES-GCM tag length ${tagLength}.`);
      return [iv, tagLength, algorithm.additionalData ?? null];
    },
    'AES-KW': () => [null, 0, null],
  };

  const checkAesLength = (length) => {
    if (length !== 128 && length !== 192 && length !== 256) {
      throw operationError(`Generated AES key length must be 128, 192, or 256 bits but requested ${length}.`);
    }
    return length;
  };

  const aesAlg = (name, length) => `A${length}${name.slice(4)}`;

  const aes = (name) => {
    const allowed = name === 'AES-KW' ? ['wrapKey', 'unwrapKey'] : AES_USAGES;
    const run = (encrypting) => (algorithm, key, data) => {
      const [iv, bits, extra] = MODES[name](algorithm);
      if (encrypting && name === 'AES-KW' && data.byteLength % 8 !== 0) {
        throw operationError(
          `Unwrapped key bit length must be a multiple of 64 bits but unwrapped key has a length of ${data.byteLength * 8} bits.`,
        );
      }
      if (!encrypting && name === 'AES-GCM' && data.byteLength * 8 < bits) {
        throw operationError(`Ciphertext length of ${data.byteLength * 8} bits must be greater than or equal to the size of the AES-GCM tag length of ${bits} bits.`);
      }
      return crypt(name, encrypting, materialOf(key), iv, bits, extra, data);
    };
    const handler = {
      name,
      generate(algorithm, extractable, usages) {
        const kept = checkUsages('generate', name, usages, allowed);
        const length = checkAesLength(Number(field(algorithm, 'length')));
        return newKey(handler, 'secret', extractable, { name, length }, kept, random(length / 8));
      },
      import(format, data, algorithm, extractable, usages) {
        const kept = checkUsages('import secret', name, usages, allowed);
        const bytes = importSecret(format, data, name, extractable, usages, 'enc', (k) => aesAlg(name, k.length * 8));
        const length = bytes.length * 8;
        if (length !== 128 && length !== 192 && length !== 256) {
          throw dataError(`Imported AES key length must be 128, 192, or 256 bits but provided ${length}.`);
        }
        return newKey(handler, 'secret', extractable, { name, length }, kept, bytes);
      },
      export: (key, format) => exportSecret(key, format, aesAlg(name, key.algorithm.length)),
      keyLength(algorithm) {
        const length = Number(field(algorithm, 'length', 'derivedKeyParams'));
        if (length !== 128 && length !== 192 && length !== 256) {
          throw operationError(`Derived AES key must be 128, 192, or 256 bits in length but provided ${length}.`);
        }
        return length;
      },
    };
    if (name === 'AES-KW') {
      handler.wrap = run(true);
      handler.unwrap = run(false);
    } else {
      handler.encrypt = run(true);
      handler.decrypt = run(false);
    }
    return handler;
  };

  // Key derivation

  const hkdfBits = rt.host('crypto.hkdf');
  const pbkdf2Bits = rt.host('crypto.pbkdf2');

  const kdf = (name, derive) => {
    const handler = {
      name,
      import(format, data, algorithm, extractable, usages) {
        const kept = checkUsages('import secret', name, usages, ['deriveKey', 'deriveBits']);
        if (extractable) throw rt.domException('SyntaxError', `${name} key cannot be extractable.`);
        if (format !== 'raw' && format !== 'raw-secret') {
          throw rt.domException('NotSupportedError', `${name} key only supports importing "raw", not "${format}".`);
        }
        return newKey(handler, 'secret', false, { name }, kept, bytesOf(data, name));
      },
      deriveBits(algorithm, key, length) {
        const hash = hashName(field(algorithm, 'hash'));
        const salt = bufferField(algorithm, 'salt');
        if (length === null) throw operationError(`${name} cannot derive a key with null length.`);
        if (length % 8 !== 0) throw operationError(`${name} requires a derived key length that is a multiple of eight (requested ${length}).`);
        return derive(hash, salt, algorithm, materialOf(key), length / 8);
      },
      keyLength: () => null,
    };
    return handler;
  };

  const hkdf = kdf('HKDF', (hash, salt, algorithm, key, size) => {
    const bytes = hkdfBits(hash, key, salt, bufferField(algorithm, 'info'), size);
    if (bytes === null) throw operationError('HKDF deriveBits failed.');
    return bytes;
  });

  const pbkdf2 = kdf('PBKDF2', (hash, salt, algorithm, key, size) => {
    const iterations = Number(field(algorithm, 'iterations'));
    if (!(iterations > 0)) throw operationError(`PBKDF2 requires a positive iteration count (requested ${iterations || 0}).`);
    if (iterations > 100000) {
      throw rt.domException('NotSupportedError', `Pbkdf2 failed: iteration counts above 100000 are not supported (requested ${iterations}).`);
    }
    return pbkdf2Bits(hash, key, salt, iterations, size);
  });

  return {
    HMAC: hmac, HKDF: hkdf, PBKDF2: pbkdf2,
    'AES-CBC': aes('AES-CBC'), 'AES-CTR': aes('AES-CTR'), 'AES-GCM': aes('AES-GCM'), 'AES-KW': aes('AES-KW'),
  };
})
