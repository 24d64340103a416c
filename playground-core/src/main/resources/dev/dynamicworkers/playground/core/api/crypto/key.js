// CryptoKey, and the checks that every kind of key shares: usages, base64url fields of JSON web keys.
(function (rt) {
  'use strict';
  const { Array, ArrayBuffer, Boolean, Set, String, Uint8Array } = rt.primordials;

  const USAGES = ['encrypt', 'decrypt', 'sign', 'verify', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey'];
  const secret = {};
  let materialOf, isKey, handlerOf;

  class CryptoKey {
    #type;
    #extractable;
    #algorithm;
    #usages;
    #material;
    #handler;

    constructor(key, type, extractable, algorithm, usages, material, handler) {
      if (key !== secret) throw rt.illegalConstructor();
      this.#type = type;
      this.#extractable = extractable;
      this.#algorithm = algorithm;
      this.#usages = usages;
      this.#material = material;
      this.#handler = handler;
    }

    static {
      isKey = (value) => typeof value === 'object' && value !== null && #material in value;
      materialOf = (key) => key.#material;
      handlerOf = (key) => key.#handler;
    }

    get type() { return this.#type; }
    get extractable() { return this.#extractable; }
    get algorithm() { return this.#algorithm; }
    get usages() { return this.#usages; }
  }

  rt.expose(CryptoKey);

  // `material` is a Uint8Array (secret keys) or {spki, pkcs8}; it never leaves the runtime but through exportKey.
  const newKey = (handler, type, extractable, algorithm, usages, material) =>
    new CryptoKey(secret, type, Boolean(extractable), algorithm, usages, material, handler);

  const requireKey = (value, method, position) => {
    if (!isKey(value)) throw rt.argumentError(method, 'SubtleCrypto', position, 'CryptoKey');
    return value;
  };

  const checkUsages = (operation, name, usages, allowed) => {
    for (const usage of usages) {
      if (!allowed.includes(usage)) {
        throw rt.domException('SyntaxError', `Attempt to ${operation} ${name} key with invalid usage "${usage}".`);
      }
    }
    return USAGES.filter((usage) => usages.includes(usage));
  };

  // JSON web keys

  const dataError = (message) => rt.domException('DataError', message);
  const base64UrlDecode = rt.host('crypto.base64UrlDecode');
  const base64UrlEncode = rt.host('crypto.base64UrlEncode');

  const jwkBytes = (jwk, field, what) => {
    const text = jwk[field];
    const bytes = typeof text === 'string' ? base64UrlDecode(text) : null;
    if (bytes === null) throw dataError(`Invalid ${what} in JSON Web Key: missing or invalid "${field}".`);
    return bytes;
  };

  const checkJwk = (jwk, { kty, use, extractable, usages }) => {
    if (typeof jwk !== 'object' || jwk === null || ArrayBuffer.isView(jwk)) {
      throw dataError('Expected a JSON Web Key object as key data.');
    }
    if (jwk.kty !== kty) throw dataError(`JSON Web Key has invalid "kty" ("${jwk.kty}"), expected "${kty}".`);
    if (jwk.ext === false && extractable) {
      throw dataError('JSON Web Key has "ext" false but the key was imported as extractable.');
    }
    if (jwk.use !== undefined && use !== undefined && usages.length > 0 && jwk.use !== use) {
      throw dataError(`Key with "use" "${jwk.use}" does not match the requested usages.`);
    }
    if (jwk.key_ops !== undefined) {
      const ops = Array.from(jwk.key_ops, String);
      if (new Set(ops).size !== ops.length) throw dataError('JSON Web Key has duplicate "key_ops".');
      for (const usage of usages) {
        if (!ops.includes(usage)) throw dataError('All specified key usages must be present in the JSON Web Key "key_ops".');
      }
    }
  };

  const bytesOf = (value, what) => {
    if (!ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer)) {
      throw dataError(`Expected raw ${what} key but instead got a JSON Web Key.`);
    }
    return ArrayBuffer.isView(value)
      ? new Uint8Array(value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength)) : new Uint8Array(value.slice(0));
  };

  const field = (algorithm, name, parameter = 'algorithm') => {
    const value = algorithm[name];
    if (value === undefined) throw new rt.primordials.TypeError(`Missing field "${name}" in "${parameter}".`);
    return value;
  };

  return {
    CryptoKey, newKey, requireKey, isKey, materialOf, handlerOf, checkUsages, checkJwk, jwkBytes, base64UrlDecode, base64UrlEncode,
    bytesOf, field, dataError,
  };
})
