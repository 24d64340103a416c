// crypto.subtle. Each algorithm is an object with the operations it supports, found by its name; the work itself is done by the host.
(function (rt) {
  'use strict';
  const { Array, ArrayBuffer, Boolean, JSON, Number, String, TypeError, Uint8Array } = rt.primordials;
  const { hashName, digest } = rt.use('crypto/digest');
  const keys = () => rt.use('crypto/key');

  const SECRET = ['HMAC', 'AES-CBC', 'AES-CTR', 'AES-GCM', 'AES-KW', 'HKDF', 'PBKDF2'];
  const PAIRS = ['RSASSA-PKCS1-v1_5', 'RSA-PSS', 'RSA-OAEP', 'ECDSA', 'ECDH', 'Ed25519', 'NODE-ED25519', 'X25519'];

  const findHandler = (name) => {
    const lower = name.toLowerCase();
    const same = (known) => known.toLowerCase() === lower;
    const secret = SECRET.find(same);
    if (secret !== undefined) return rt.use('crypto/secret-keys')[secret];
    const pair = PAIRS.find(same);
    return pair === undefined ? undefined : rt.use('crypto/key-pairs')[pair];
  };

  const isBytes = (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
  const isObject = (value) => typeof value === 'object' && value !== null;
  const bufferOf = (result) => (result instanceof Uint8Array ? result.buffer : result);

  const requireBytes = (value, method, position) => {
    if (!isBytes(value)) throw rt.argumentError(method, 'SubtleCrypto', position, 'BufferSource');
    return value;
  };

  const normalise = (algorithm, method, position) => {
    if (typeof algorithm === 'string') return { name: algorithm };
    if (algorithm === undefined || algorithm === null) throw rt.argumentError(method, 'SubtleCrypto', position, 'string or Algorithm');
    // Without a name it is an algorithm that nobody knows.
    return isObject(algorithm) ? algorithm : { name: `${algorithm}` };
  };

  const usagesOf = (value, method, position) => {
    if (!isObject(value) || !Array.isArray(value)) throw rt.argumentError(method, 'SubtleCrypto', position, 'Array');
    return value.map(String);
  };

  const invalidAccess = (message) => rt.domException('InvalidAccessError', message);

  const checkOperation = (key, name, usage) => {
    if (name.toLowerCase() !== key.algorithm.name.toLowerCase()) {
      throw invalidAccess(`Requested algorithm "${name}" does not match this CryptoKey's algorithm "${key.algorithm.name}".`);
    }
    if (!key.usages.includes(usage)) {
      throw invalidAccess(`Requested key usage "${usage}" does not match any usage listed in this CryptoKey.`);
    }
  };

  const operationOf = (key, operation) => {
    const run = keys().handlerOf(key)[operation];
    if (run === undefined) {
      throw rt.domException('NotSupportedError', `The ${operation} operation is not implemented for "${key.algorithm.name}".`);
    }
    return run;
  };

  const run = (method, algorithmValue, key, usage, operation, ...rest) => {
    const algorithm = normalise(algorithmValue, method, 1);
    keys().requireKey(key, method, 2);
    rest.forEach((value, i) => requireBytes(value, method, 3 + i));
    checkOperation(key, String(algorithm.name), usage);
    return bufferOf(operationOf(key, operation)(algorithm, key, ...rest));
  };

  const lengthOf = (value) => {
    if (value === undefined || value === null) return null;
    const length = Number(value);
    if (!(length >= 0)) throw new TypeError('deriveBits length must be an unsigned long integer.');
    return length >>> 0;
  };

  const importKey = (format, data, algorithm, extractable, usages) => {
    const handler = findHandler(String(algorithm.name));
    if (handler?.import === undefined) {
      throw rt.domException('NotSupportedError', `Unrecognized key import algorithm "${algorithm.name}" requested.`);
    }
    const key = handler.import(format, data, algorithm, Boolean(extractable), usages);
    if (key.usages.length === 0 && key.type !== 'public') {
      throw rt.domException('SyntaxError', 'Secret/private CryptoKeys must have at least one usage.');
    }
    return key;
  };

  const exportKey = (format, key) => {
    const exportIt = keys().handlerOf(key).export;
    if (exportIt === undefined) {
      throw rt.domException('NotSupportedError', `Unrecognized or unimplemented export format "${format}" for ${key.algorithm.name}.`);
    }
    if (!key.extractable) throw invalidAccess(`Attempt to export non-extractable ${key.algorithm.name} key.`);
    return exportIt(key, format);
  };

  const FORMATS = ['raw', 'raw-secret', 'raw-public', 'pkcs8', 'spki', 'jwk'];
  const checkFormat = (format) => {
    if (!FORMATS.includes(format)) throw rt.domException('NotSupportedError', `Unrecognized key import format "${format}".`);
  };

  let check;

  const slots = rt.slots();
  class SubtleCrypto {
    constructor(key) {
      if (key !== rt) throw rt.illegalConstructor();
      slots.set(this, true);
    }

    static {
      check = (object) => {
        if (!slots.has(object)) throw rt.illegalInvocation();
      };
    }

    async encrypt(algorithm, key, data) {
      check(this);
      return run('encrypt', algorithm, key, 'encrypt', 'encrypt', data);
    }

    async decrypt(algorithm, key, data) {
      check(this);
      return run('decrypt', algorithm, key, 'decrypt', 'decrypt', data);
    }

    async sign(algorithm, key, data) {
      check(this);
      return run('sign', algorithm, key, 'sign', 'sign', data);
    }

    async verify(algorithm, key, signature, data) {
      check(this);
      return run('verify', algorithm, key, 'verify', 'verify', signature, data);
    }

    async digest(algorithm, data) {
      check(this);
      const { name } = normalise(algorithm, 'digest', 1);
      return digest(hashName(name), requireBytes(data, 'digest', 2));
    }

    async generateKey(algorithmValue, extractable, keyUsages) {
      check(this);
      const algorithm = normalise(algorithmValue, 'generateKey', 1);
      const usages = usagesOf(keyUsages, 'generateKey', 3);
      const handler = findHandler(String(algorithm.name));
      if (handler?.generate === undefined) {
        throw rt.domException('NotSupportedError', `Unrecognized key generation algorithm "${algorithm.name}" requested.`);
      }
      rt.io.require();
      const key = handler.generate(algorithm, Boolean(extractable), usages);
      if (key.type !== undefined && key.usages.length === 0) {
        throw rt.domException('SyntaxError', 'Secret/private CryptoKeys must have at least one usage.');
      }
      return key;
    }

    async deriveKey(algorithmValue, baseKey, derived, extractable, keyUsages) {
      check(this);
      const algorithm = normalise(algorithmValue, 'deriveKey', 1);
      keys().requireKey(baseKey, 'deriveKey', 2);
      const target = normalise(derived, 'deriveKey', 3);
      const usages = usagesOf(keyUsages, 'deriveKey', 5);
      checkOperation(baseKey, String(algorithm.name), 'deriveKey');
      const keyLength = findHandler(String(target.name))?.keyLength;
      if (keyLength === undefined) {
        throw rt.domException('NotSupportedError', `Unrecognized derived key type "${target.name}" requested.`);
      }
      const secret = operationOf(baseKey, 'deriveBits')(algorithm, baseKey, keyLength(target));
      return importKey('raw-secret', secret, target, extractable, usages);
    }

    async deriveBits(algorithmValue, baseKey, length) {
      check(this);
      const algorithm = normalise(algorithmValue, 'deriveBits', 1);
      keys().requireKey(baseKey, 'deriveBits', 2);
      const bits = lengthOf(length);
      checkOperation(baseKey, String(algorithm.name), 'deriveBits');
      return bufferOf(operationOf(baseKey, 'deriveBits')(algorithm, baseKey, bits));
    }

    async importKey(format, data, algorithmValue, extractable, keyUsages) {
      check(this);
      if (format !== 'jwk' && !isBytes(data)) {
        if (!isObject(data)) throw rt.argumentError('importKey', 'SubtleCrypto', 2, 'BufferSource or JsonWebKey');
        throw new TypeError('Import data provided for buffer-based import formats must be a buffer source.');
      }
      if (format === 'jwk' && (isBytes(data) || !isObject(data))) {
        throw new TypeError('Import data provided for "jwk" import format must be a JsonWebKey.');
      }
      const algorithm = normalise(algorithmValue, 'importKey', 3);
      const usages = usagesOf(keyUsages, 'importKey', 5);
      checkFormat(String(format));
      return importKey(String(format), data, algorithm, extractable, usages);
    }

    async exportKey(format, key) {
      check(this);
      keys().requireKey(key, 'exportKey', 2);
      checkFormat(String(format));
      return exportKey(String(format), key);
    }

    async wrapKey(format, key, wrappingKey, algorithmValue) {
      check(this);
      keys().requireKey(key, 'wrapKey', 2);
      keys().requireKey(wrappingKey, 'wrapKey', 3);
      const algorithm = normalise(algorithmValue, 'wrapKey', 4);
      checkOperation(wrappingKey, String(algorithm.name), 'wrapKey');
      if (!key.extractable) throw invalidAccess(`Attempt to export non-extractable ${key.algorithm.name} key.`);
      const exported = exportKey(String(format), key);
      const isKw = wrappingKey.algorithm.name === 'AES-KW';
      const bytes = format === 'jwk' ? rt.host('crypto.utf8')(JSON.stringify(exported)) : exported;
      return bufferOf(operationOf(wrappingKey, isKw ? 'wrap' : 'encrypt')(algorithm, wrappingKey, bytes));
    }

    async unwrapKey(format, wrapped, unwrappingKey, algorithmValue, keyAlgorithm, extractable, keyUsages) {
      check(this);
      requireBytes(wrapped, 'unwrapKey', 2);
      keys().requireKey(unwrappingKey, 'unwrapKey', 3);
      const algorithm = normalise(algorithmValue, 'unwrapKey', 4);
      const target = normalise(keyAlgorithm, 'unwrapKey', 5);
      const usages = usagesOf(keyUsages, 'unwrapKey', 7);
      checkOperation(unwrappingKey, String(algorithm.name), 'unwrapKey');
      const isKw = unwrappingKey.algorithm.name === 'AES-KW';
      const bytes = operationOf(unwrappingKey, isKw ? 'unwrap' : 'decrypt')(algorithm, unwrappingKey, wrapped);
      return importKey(String(format), format === 'jwk' ? parseJwk(bytes) : bytes, target, extractable, usages);
    }

    timingSafeEqual(a, b) {
      check(this);
      requireBytes(a, 'timingSafeEqual', 1);
      requireBytes(b, 'timingSafeEqual', 2);
      if (a.byteLength !== b.byteLength) throw new TypeError('Input buffers must have the same byte length.');
      return rt.host('crypto.equal')(a, b);
    }
  }

  const parseJwk = (bytes) => {
    let jwk;
    try {
      jwk = JSON.parse(rt.host('crypto.utf8Text')(bytes));
    } catch {
      throw rt.domException('DataError', 'Failed to parse the unwrapped JSON Web Key.');
    }
    if (!isObject(jwk)) throw rt.domException('DataError', 'The unwrapped data is not a JSON Web Key.');
    return jwk;
  };

  rt.expose(SubtleCrypto);

  return { SubtleCrypto, subtle: new SubtleCrypto(rt) };
})
