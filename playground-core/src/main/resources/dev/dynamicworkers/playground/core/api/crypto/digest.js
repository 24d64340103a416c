// Names of hash functions, and the digest of bytes.
(function (rt) {
  'use strict';
  const { String } = rt.primordials;
  const digestBytes = rt.host('crypto.digest');

  // Canonical name -> size of an input block in bits (the default length of an HMAC key).
  const BLOCK_BITS = { __proto__: null, MD5: 512, 'SHA-1': 512, 'SHA-256': 512, 'SHA-384': 1024, 'SHA-512': 1024 };

  const hashName = (algorithm) => {
    const name = typeof algorithm === 'object' && algorithm !== null ? algorithm.name : algorithm;
    const canonical = typeof name === 'string' ? name.toUpperCase() : String(name);
    if (!(canonical in BLOCK_BITS)) {
      throw rt.domException('NotSupportedError', 'Unrecognized or unimplemented digest algorithm requested.');
    }
    return canonical;
  };

  return { hashName, blockBits: (name) => BLOCK_BITS[name], digest: (name, data) => digestBytes(name, data).buffer };
})
