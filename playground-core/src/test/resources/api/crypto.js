import assert from 'node:assert';

const { subtle } = crypto;
const bytes = (text) => new TextEncoder().encode(text);
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const DATA = bytes('hello world');

export const digests = {
  async test() {
    assert.strictEqual(hex(await subtle.digest('SHA-256', bytes('abc'))).slice(0, 16), 'ba7816bf8f01cfea');
    assert.strictEqual(hex(await subtle.digest({ name: 'md5' }, bytes('abc'))), '900150983cd24fb0d6963f7d28e17f72');
    await assert.rejects(subtle.digest('nope', DATA), { name: 'NotSupportedError', message: 'Unrecognized or unimplemented digest algorithm requested.' });
  },
};

export const digestStream = {
  async test() {
    const stream = new crypto.DigestStream('SHA-256');
    const writer = stream.getWriter();
    await writer.write(bytes('abc'));
    await writer.close();
    assert.strictEqual(hex(await stream.digest).slice(0, 16), 'ba7816bf8f01cfea');
    assert.strictEqual(stream.bytesWritten, 3n);
  },
};

export const randomValues = {
  test() {
    assert.match(crypto.randomUUID(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const view = new Uint16Array(8).subarray(2, 6);
    crypto.getRandomValues(view);
    assert.ok(new Uint16Array(view.buffer, 0, 2).every((value) => value === 0));
    assert.throws(() => crypto.getRandomValues(new Uint8Array(65537)), { name: 'QuotaExceededError' });
    assert.throws(() => crypto.getRandomValues(new Float32Array(2)), { name: 'TypeMismatchError' });
  },
};

const SIGNERS = [
  [{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }, {}],
  [{ name: 'RSA-PSS', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }, { saltLength: 32 }],
  [{ name: 'ECDSA', namedCurve: 'P-256' }, { hash: 'SHA-256' }],
  [{ name: 'ECDSA', namedCurve: 'P-521' }, { hash: 'SHA-512' }],
  [{ name: 'Ed25519' }, {}],
];

export const signaturesSurviveEveryFormat = {
  async test() {
    for (const [algorithm, parameters] of SIGNERS) {
      const { publicKey, privateKey } = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
      const scheme = { name: algorithm.name, ...parameters };
      const publicKeys = [publicKey];
      const privateKeys = [privateKey];
      for (const format of ['spki', 'jwk']) publicKeys.push(await subtle.importKey(format, await subtle.exportKey(format, publicKey), algorithm, true, ['verify']));
      for (const format of ['pkcs8', 'jwk']) privateKeys.push(await subtle.importKey(format, await subtle.exportKey(format, privateKey), algorithm, true, ['sign']));
      for (const signer of privateKeys) {
        const signature = await subtle.sign(scheme, signer, DATA);
        for (const verifier of publicKeys) {
          assert.ok(await subtle.verify(scheme, verifier, signature, DATA), algorithm.name);
          assert.ok(!(await subtle.verify(scheme, verifier, signature, bytes('other'))));
        }
      }
    }
  },
};

export const agreements = {
  async test() {
    for (const algorithm of [{ name: 'ECDH', namedCurve: 'P-384' }, { name: 'X25519' }]) {
      const a = await subtle.generateKey(algorithm, true, ['deriveBits']);
      const b = await subtle.generateKey(algorithm, true, ['deriveBits']);
      const raw = await subtle.importKey('raw', await subtle.exportKey('raw', b.publicKey), algorithm, true, []);
      const one = await subtle.deriveBits({ name: algorithm.name, public: raw }, a.privateKey, 256);
      const two = await subtle.deriveBits({ name: algorithm.name, public: a.publicKey }, b.privateKey, 256);
      assert.strictEqual(hex(one), hex(two));
    }
  },
};

export const ciphersRoundTrip = {
  async test() {
    const iv = new Uint8Array(16).fill(255);
    for (const [name, parameters] of [
      ['AES-CBC', { iv }], ['AES-CTR', { counter: iv, length: 3 }], ['AES-GCM', { iv, additionalData: DATA, tagLength: 64 }], ['AES-GCM', { iv }],
    ]) {
      const key = await subtle.generateKey({ name, length: 256 }, true, ['encrypt', 'decrypt']);
      const plain = new Uint8Array(100).fill(7);
      const secret = await subtle.encrypt({ name, ...parameters }, key, plain);
      assert.notStrictEqual(hex(secret), hex(plain));
      assert.strictEqual(hex(await subtle.decrypt({ name, ...parameters }, key, secret)), hex(plain));
    }
    const { publicKey, privateKey } = await subtle.generateKey(
      { name: 'RSA-OAEP', hash: 'SHA-1', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }, true, ['encrypt', 'decrypt']);
    const secret = await subtle.encrypt('RSA-OAEP', publicKey, DATA);
    assert.strictEqual(hex(await subtle.decrypt('RSA-OAEP', privateKey, secret)), hex(DATA));
  },
};

export const wrappedKeys = {
  async test() {
    const wrapping = await subtle.generateKey({ name: 'AES-KW', length: 128 }, false, ['wrapKey', 'unwrapKey']);
    const key = await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, true, ['sign']);
    const wrapped = await subtle.wrapKey('raw', key, wrapping, 'AES-KW');
    const again = await subtle.unwrapKey('raw', wrapped, wrapping, 'AES-KW', { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']);
    assert.strictEqual(hex(await subtle.exportKey('raw', again)), hex(await subtle.exportKey('raw', key)));
    // AES-KW takes multiples of eight bytes, and the reference runtime pads no JWK to one.
    await assert.rejects(() => subtle.wrapKey('jwk', key, wrapping, 'AES-KW'), /multiple of 64 bits/);
  },
};

export const derivedKeys = {
  async test() {
    const password = await subtle.importKey('raw', bytes('pw'), 'PBKDF2', false, ['deriveBits', 'deriveKey']);
    const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes('s'), iterations: 1000 };
    assert.strictEqual(hex(await subtle.deriveBits(parameters, password, 128)), '344c771fae0b532c38a9a0060e6d2a3a');
    const key = await subtle.deriveKey(parameters, password, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
    assert.deepStrictEqual([key.type, key.extractable, key.algorithm, key.usages], ['secret', false, { name: 'AES-GCM', length: 256 }, ['encrypt']]);
    await assert.rejects(subtle.exportKey('raw', key), { name: 'InvalidAccessError', message: 'Attempt to export non-extractable AES-GCM key.' });
  },
};

export const comparisons = {
  test() {
    assert.ok(subtle.timingSafeEqual(bytes('a'), bytes('a')));
    assert.throws(() => subtle.timingSafeEqual(bytes('a'), bytes('ab')), { message: 'Input buffers must have the same byte length.' });
  },
};

export default {};
