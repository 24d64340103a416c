// Names of digests, as node:crypto takes them.
(function (rt) {
  'use strict';
  const { Error, String } = rt.primordials;
  const { validateString, withCode } = rt.use('node/errors');

  const HASHES = {
    __proto__: null, md5: 'MD5', sha1: 'SHA-1', sha224: 'SHA-224', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512',
    'sha512-224': 'SHA-512/224', 'sha512-256': 'SHA-512/256', 'sha3-224': 'SHA3-224', 'sha3-256': 'SHA3-256', 'sha3-384': 'SHA3-384', 'sha3-512': 'SHA3-512',
  };

  const requireHash = (name, message = 'Digest method not supported') => {
    validateString(name, 'algorithm');
    const hash = HASHES[String(name).toLowerCase().replace(/^rsa-/, '').replace(/^sha-(?=\d)/, 'sha')];
    if (hash === undefined) throw withCode(Error, 'ERR_CRYPTO_INVALID_DIGEST', message);
    return hash;
  };

  return { HASHES, requireHash };
})
