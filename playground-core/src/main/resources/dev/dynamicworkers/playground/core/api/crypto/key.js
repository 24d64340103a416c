// CryptoKey, and the checks that every kind of key shares: usages, base64url fields of JSON web keys.
(function (rt) {
  'use strict';
  const { Array, ArrayBuffer, Boolean, Set, String, Uint8Array } = rt.primordials;

  const USAGES = ['encrypt', 'decrypt', 'sign', 'verify', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey'];
  const secret = {};
  let materialOf, isKey, handlerOf;

  const slots = rt.slots();
  class CryptoKey {
    constructor(key, type, extractable, algorithm, usages, material, handler) {
      if (key !== secret) throw rt.illegalConstructor();
      slots.set(this, { type, extractable, algorithm, usages, material, handler });
    }

    static {
      isKey = (value) => slots.has(value);
      materialOf = (key) => slots.get(key).material;
      handlerOf = (key) => slots.get(key).handler;
    }

    get type() { return slots.get(this).type; }
    get extractable() { return slots.get(this).extractable; }
    get algorithm() { return slots.get(this).algorithm; }
    get usages() { return slots.get(this).usages; }
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
