// Algorithms on key pairs: RSA (three schemes), ECDSA, ECDH, Ed25519, X25519. A key's material is {spki} or {pkcs8, spki}, in DER.
(function (rt) {
  'use strict';
  const { Array, Math, Number, TypeError, Uint8Array } = rt.primordials;
  const { newKey, materialOf, isKey, checkUsages, checkJwk, jwkBytes, base64UrlEncode, bytesOf, field, dataError } = rt.use('crypto/key');
  const { hashName } = rt.use('crypto/digest');
  const generatePair = rt.host('crypto.generatePair');
  const parseKey = rt.host('crypto.parseKey');
  const fromParts = rt.host('crypto.keyFromParts');
  const toParts = rt.host('crypto.keyToParts');
  const signBytes = rt.host('crypto.sign');
  const verifyBytes = rt.host('crypto.verify');
  const rsaCrypt = rt.host('crypto.rsaOaep');
  const agree = rt.host('crypto.agree');
  const operationError = (message) => rt.domException('OperationError', message);
  const notSupported = (message) => rt.domException('NotSupportedError', message);

  const RSA_FIELDS = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'];

  const pairOf = (handler, extractable, algorithm, usages, material, publicUsages, privateUsages) => {
    const pick = (list) => usages.filter((usage) => list.includes(usage));
    const privatePart = pick(privateUsages);
    if (privatePart.length === 0) {
      throw rt.domException('SyntaxError', 'Attempt to generate asymmetric keys with no valid private key usages.');
    }
    return {
      publicKey: newKey(handler, 'public', true, algorithm, pick(publicUsages), { spki: material.spki }),
      privateKey: newKey(handler, 'private', extractable, algorithm, privatePart, material),
    };
  };

  // Steps that all key pair algorithms share: `family` is what the host calls the kind ('RSA', 'EC', 'Ed25519', 'X25519').
  const importDer = (family, curve, format, data, name) => {
    const bytes = bytesOf(data, name);
    const parsed = parseKey(family, curve, format, bytes);
    if (parsed === null) {
      throw dataError(`Invalid ${format.toUpperCase()} input.`);
    }
    return format === 'spki' ? { spki: parsed[1] } : { pkcs8: parsed[0], spki: parsed[1] };
  };

  const exportDer = (key, format) => {
    const material = materialOf(key);
    const wanted = key.type === 'private' ? 'pkcs8' : 'spki';
    if (format !== wanted && (format === 'pkcs8' || format === 'spki')) {
      const needed = format === 'spki' ? 'public' : 'private';
      throw rt.domException('InvalidAccessError', `Asymmetric ${format} export requires ${needed} key (not "${key.type}").`);
    }
    if (format !== wanted) {
      throw rt.domException('InvalidAccessError', `Asymmetric ${key.type} key can only be exported in "${wanted}" or "jwk" format, not "${format}".`);
    }
    return material[format].slice().buffer;
  };

  const checkRawExport = (key) => {
    if (key.type !== 'public') {
      throw rt.domException('InvalidAccessError', 'Raw export of elliptic curve keys is only allowed for public keys.');
    }
  };

  const common = (key) => ({ key_ops: [...key.usages], ext: key.extractable });

  // RSA

  const rsaJwkAlg = (name, hash) => {
    const bits = hash === 'SHA-1' ? '1' : hash.slice(4);
    if (name === 'RSASSA-PKCS1-v1_5') return `RS${bits}`;
    if (name === 'RSA-PSS') return `PS${bits}`;
    return bits === '1' ? 'RSA-OAEP' : `RSA-OAEP-${bits}`;
  };

  const rsaAlgorithm = (name, spki, hash) => {
    const [n, e] = toParts('RSA', null, spki, null);
    let lead = 0;
    while (n[lead] === 0) lead++;
    const modulusLength = (n.length - lead) * 8 - Math.clz32(n[lead]) + 24;
    return { name, modulusLength, publicExponent: e, hash: { name: hash } };
  };

  // Of a big-endian integer of any length.
  const numberOf = (bytes) => Array.from(bytes).reduce((value, byte) => value * 256 + byte, 0);

  const rsa = (name, publicUsages, privateUsages, use) => {
    const usagesFor = (isPrivate) => (isPrivate ? privateUsages : publicUsages);
    const handler = {
      name,
      generate(algorithm, extractable, usages) {
        const kept = checkUsages('generate', name, usages, [...publicUsages, ...privateUsages]);
        const hash = hashName(field(algorithm, 'hash'));
        const modulusLength = Number(field(algorithm, 'modulusLength'));
        const publicExponent = field(algorithm, 'publicExponent');
        if (!(modulusLength > 0)) throw operationError(`modulusLength must be greater than zero (requested ${modulusLength}).`);
        if (modulusLength % 8 !== 0 || modulusLength < 256 || modulusLength > 16384) {
          throw operationError(`The modulus length must be a multiple of 8 and between 256 and 16k, but ${modulusLength} was requested.`);
        }
        const pair = generatePair('RSA', modulusLength, publicExponent);
        if (pair === null) throw operationError(`The "publicExponent" must be either 3 or 65537, but got ${numberOf(publicExponent)}.`);
        const material = { pkcs8: pair[0], spki: pair[1] };
        return pairOf(handler, extractable, rsaAlgorithm(name, material.spki, hash), kept, material, publicUsages, privateUsages);
      },
      import(format, data, algorithm, extractable, usages) {
        const hash = hashName(field(algorithm, 'hash'));
        const isPrivate = format === 'pkcs8' || (format === 'jwk' && data?.d !== undefined);
        const kept = checkUsages(isPrivate ? 'import private' : 'import public', name, usages, usagesFor(isPrivate));
        let material;
        if (format === 'jwk') {
          checkJwk(data, { kty: 'RSA', use, extractable, usages });
          if (data.alg !== undefined && data.alg !== rsaJwkAlg(name, hash)) {
            throw dataError(`JWK "alg" ("${data.alg}") does not match the requested algorithm "${rsaJwkAlg(name, hash)}".`);
          }
          if (data.oth !== undefined) throw notSupported('Multi-prime private keys are not supported.');
          const parts = (isPrivate ? RSA_FIELDS : ['n', 'e']).map((part) => jwkBytes(data, part, 'RSA key'));
          material = keyFromJwk('RSA', null, parts, 'Invalid RSA key in JSON Web Key.');
        } else if (format === 'pkcs8' || format === 'spki') {
          material = importDer('RSA', null, format, data, 'RSA');
        } else {
          throw notSupported(`Unrecognized key import format "${format}".`);
        }
        return newKey(handler, isPrivate ? 'private' : 'public', extractable, rsaAlgorithm(name, material.spki, hash), kept, material);
      },
      export(key, format) {
        if (format !== 'jwk') return exportDer(key, format);
        const { spki, pkcs8 } = materialOf(key);
        const parts = toParts('RSA', null, spki, pkcs8 ?? null);
        const jwk = { ...common(key), kty: 'RSA', alg: rsaJwkAlg(name, key.algorithm.hash.name) };
        parts.forEach((part, i) => { jwk[RSA_FIELDS[i]] = base64UrlEncode(part); });
        return jwk;
      },
    };
    return handler;
  };

  const keyFromJwk = (family, curve, parts, message) => {
    const built = fromParts(family, curve, ...parts);
    if (built === null) throw dataError(message);
    return built[0] === null ? { spki: built[1] } : { pkcs8: built[0], spki: built[1] };
  };

  const signs = (handler, options) => {
    handler.sign = (algorithm, key, data) => {
      checkType(key, 'private', 'sign');
      const [scheme, hash, salt] = options(algorithm, key);
      const signature = signBytes(scheme, hash, salt, materialOf(key).pkcs8, data);
      if (signature === null) throw operationError('key too small for signing with given digest and salt length');
      return signature;
    };
    handler.verify = (algorithm, key, signature, data) => {
      checkType(key, 'public', 'verify');
      const [scheme, hash, salt] = options(algorithm, key);
      if (scheme === 'Ed25519' && signature.byteLength !== 64) throw operationError(`Invalid Ed25519 signature length ${signature.byteLength}`);
      return verifyBytes(scheme, hash, salt, materialOf(key).spki, data, signature);
    };
    return handler;
  };

  const checkType = (key, type, operation) => {
    if (key.type !== type) {
      throw rt.domException('InvalidAccessError', `Asymmetric ${key.type} key cannot be used to ${operation}.`);
    }
  };

  const pkcs1 = signs(rsa('RSASSA-PKCS1-v1_5', ['verify'], ['sign'], 'sig'), (algorithm, key) => ['RSA', key.algorithm.hash.name, 0]);
  const pss = signs(rsa('RSA-PSS', ['verify'], ['sign'], 'sig'), (algorithm, key) => {
    if (algorithm.saltLength === undefined) {
      throw dataError('Failed to provide salt for RSA-PSS key operation which requires a salt');
    }
    const salt = Number(algorithm.saltLength);
    if (!(salt >= 0)) throw dataError(`SaltLength for RSA-PSS must be non-negative (provided ${salt}).`);
    return ['PSS', key.algorithm.hash.name, salt];
  });

  const oaep = rsa('RSA-OAEP', ['encrypt', 'wrapKey'], ['decrypt', 'unwrapKey'], 'enc');
  oaep.encrypt = (algorithm, key, data) => oaepCrypt(true, 'public', 'encrypt', algorithm, key, data);
  oaep.decrypt = (algorithm, key, data) => oaepCrypt(false, 'private', 'decrypt', algorithm, key, data);
  const oaepCrypt = (encrypting, type, operation, algorithm, key, data) => {
    checkType(key, type, operation);
    const material = materialOf(key);
    const der = encrypting ? material.spki : material.pkcs8;
    const result = rsaCrypt(encrypting, key.algorithm.hash.name, algorithm.label ?? new Uint8Array(0), der, data);
    if (result === null) throw operationError('RSA-OAEP failed encrypt/decrypt.');
    return result;
  };

  // Elliptic curves of NIST

  const CURVE_BYTES = { __proto__: null, 'P-256': 32, 'P-384': 48, 'P-521': 66 };

  const checkCurve = (algorithm) => {
    const curve = field(algorithm, 'namedCurve');
    if (!(curve in CURVE_BYTES)) throw notSupported(`Unrecognized or unimplemented EC curve "${curve}" requested.`);
    return curve;
  };

  const elliptic = (name, publicUsages, privateUsages, use) => {
    const handler = {
      name,
      generate(algorithm, extractable, usages) {
        const kept = checkUsages('generate', name, usages, [...publicUsages, ...privateUsages]);
        const namedCurve = checkCurve(algorithm);
        const pair = generatePair('EC', namedCurve);
        return pairOf(handler, extractable, { name, namedCurve }, kept, { pkcs8: pair[0], spki: pair[1] }, publicUsages, privateUsages);
      },
      import(format, data, algorithm, extractable, usages) {
        const namedCurve = checkCurve(algorithm);
        const isPrivate = format === 'pkcs8' || (format === 'jwk' && data?.d !== undefined);
        const kept = checkUsages(isPrivate ? 'import private' : 'import public', name, usages, isPrivate ? privateUsages : publicUsages);
        return newKey(handler, isPrivate ? 'private' : 'public', extractable, { name, namedCurve }, kept,
          this.read(format, data, namedCurve, extractable, usages, isPrivate));
      },
      read(format, data, namedCurve, extractable, usages, isPrivate) {
        if (format === 'pkcs8' || format === 'spki') return importDer('EC', namedCurve, format, data, 'EC');
        if (format === 'raw' || format === 'raw-public') {
          const parsed = parseKey('EC', namedCurve, 'raw', bytesOf(data, 'EC'));
          if (parsed === null) throw dataError('Failed to import raw EC key data: Invalid point encoding..');
          return { spki: parsed[1] };
        }
        if (format !== 'jwk') throw notSupported(`Unrecognized key import format "${format}".`);
        checkJwk(data, { kty: 'EC', use, extractable, usages });
        if (data.crv !== namedCurve) throw dataError(`JSON Web Key has invalid "crv" ("${data.crv}"), expected "${namedCurve}".`);
        const parts = (isPrivate ? ['x', 'y', 'd'] : ['x', 'y']).map((part) => jwkBytes(data, part, 'EC key'));
        return keyFromJwk('EC', namedCurve, parts, 'Invalid EC key in JSON Web Key.');
      },
      export(key, format) {
        const { spki, pkcs8 } = materialOf(key);
        const curve = key.algorithm.namedCurve;
        if (format !== 'jwk' && format !== 'raw' && format !== 'raw-public') return exportDer(key, format);
        if (format !== 'jwk') checkRawExport(key);
        const [x, y, d] = toParts('EC', curve, spki, pkcs8 ?? null);
        if (format !== 'jwk') {
          const point = new Uint8Array(1 + x.length + y.length);
          point[0] = 4;
          point.set(x, 1);
          point.set(y, 1 + x.length);
          return point.buffer;
        }
        const jwk = { ...common(key), kty: 'EC', crv: curve, x: base64UrlEncode(x), y: base64UrlEncode(y) };
        if (d !== undefined) jwk.d = base64UrlEncode(d);
        return jwk;
      },
    };
    return handler;
  };

  const ecdsa = signs(elliptic('ECDSA', ['verify'], ['sign'], 'sig'), (algorithm) => {
    if (algorithm.hash !== undefined) return ['ECDSA', hashName(algorithm.hash), 0];
    throw new TypeError(
      'Missing "hash" in AlgorithmIdentifier. (ECDSA requires that the hash algorithm be specified at call time rather than on the key. ' +
        'This differs from other WebCrypto algorithms for historical reasons.)',
    );
  });

  const agreement = (handler, family, maxBits) => {
    handler.deriveBits = (algorithm, key, length) => {
      const other = field(algorithm, 'public', 'derivedKeyParams');
      if (!isKey(other)) throw rt.fieldError('$public', 'DeriveKeyAlgorithm', 'CryptoKey');
      if (other.type !== 'public') throw rt.domException('InvalidAccessError', `The provided key has type "${other.type}", not "public"`);
      if (other.algorithm.name !== handler.name) {
        throw rt.domException('InvalidAccessError', 'Public key algorithm does not match the requested algorithm.');
      }
      if (other.algorithm.namedCurve !== key.algorithm.namedCurve) {
        throw rt.domException(
          'InvalidAccessError',
          `Private key for derivation is using curve "${key.algorithm.namedCurve}" while public key is using ` +
            `"${other.algorithm.namedCurve}".`,
        );
      }
      checkType(key, 'private', 'derive bits');
      const limit = maxBits(key);
      if (length !== null && length > limit) {
        throw operationError(`Derived key length (${length} bits) is too long (should be at most ${limit} bits).`);
      }
      const secret = agree(family, materialOf(key).pkcs8, materialOf(other).spki);
      if (secret === null) throw operationError(`${handler.name} key agreement failed.`);
      if (length === null) return secret;
      const result = secret.slice(0, Math.ceil(length / 8));
      if (length % 8 !== 0) result[result.length - 1] &= 0xff << (8 - (length % 8));
      return result;
    };
    return handler;
  };

  const ecdh = agreement(elliptic('ECDH', [], ['deriveKey', 'deriveBits'], 'enc'), 'EC', (key) => CURVE_BYTES[key.algorithm.namedCurve] * 8);

  // Ed25519 and X25519

  const octet = (name, publicUsages, privateUsages, use, shape = { name }) => {
    const family = name === 'X25519' ? 'X25519' : 'Ed25519';
    const handler = {
      name,
      generate(algorithm, extractable, usages) {
        const kept = checkUsages('generate', name, usages, [...publicUsages, ...privateUsages]);
        const pair = generatePair(family);
        return pairOf(handler, extractable, { ...shape }, kept, { pkcs8: pair[0], spki: pair[1] }, publicUsages, privateUsages);
      },
      import(format, data, algorithm, extractable, usages) {
        const isPrivate = format === 'pkcs8' || (format === 'jwk' && data?.d !== undefined);
        const kept = checkUsages(isPrivate ? 'import private' : 'import public', name, usages, isPrivate ? privateUsages : publicUsages);
        return newKey(handler, isPrivate ? 'private' : 'public', extractable, { ...shape }, kept,
          this.read(format, data, extractable, usages, isPrivate));
      },
      read(format, data, extractable, usages, isPrivate) {
        if (format === 'pkcs8' || format === 'spki') return importDer(family, null, format, data, name);
        if (format === 'raw' || format === 'raw-public') {
          const bytes = bytesOf(data, name);
          if (bytes.length !== 32) throw dataError(`${name} raw keys must be exactly 32-bytes (provided ${bytes.length}).`);
          return { spki: parseKey(family, null, 'raw', bytes)[1] };
        }
        if (format !== 'jwk') throw notSupported(`Unrecognized key import format "${format}".`);
        checkJwk(data, { kty: 'OKP', use, extractable, usages });
        if (data.crv !== family) throw dataError(`JSON Web Key has invalid "crv" ("${data.crv}"), expected "${family}".`);
        const parts = (isPrivate ? ['x', 'd'] : ['x']).map((part) => jwkBytes(data, part, `${name} key`));
        return keyFromJwk(family, null, parts, `Invalid ${name} key in JSON Web Key.`);
      },
      export(key, format) {
        const { spki, pkcs8 } = materialOf(key);
        if (format !== 'jwk' && format !== 'raw' && format !== 'raw-public') return exportDer(key, format);
        if (format !== 'jwk') checkRawExport(key);
        const [x, d] = toParts(family, null, spki, pkcs8 ?? null);
        if (format !== 'jwk') return x.buffer;
        const jwk = { ...common(key), kty: 'OKP', crv: family, x: base64UrlEncode(x) };
        if (family === 'Ed25519') jwk.alg = 'EdDSA';
        if (d !== undefined) jwk.d = base64UrlEncode(d);
        return jwk;
      },
    };
    return handler;
  };

  const edwards = (name, shape) => signs(octet(name, ['verify'], ['sign'], 'sig', shape), () => ['Ed25519', 'SHA-512', 0]);

  return {
    'RSASSA-PKCS1-v1_5': pkcs1,
    'RSA-PSS': pss,
    'RSA-OAEP': oaep,
    ECDSA: ecdsa,
    ECDH: ecdh,
    Ed25519: edwards('Ed25519', { name: 'Ed25519' }),
    'NODE-ED25519': edwards('NODE-ED25519', { name: 'NODE-ED25519', namedCurve: 'NODE-ED25519' }),
    X25519: agreement(octet('X25519', [], ['deriveKey', 'deriveBits'], 'enc'), 'X25519', () => 256),
  };
})
