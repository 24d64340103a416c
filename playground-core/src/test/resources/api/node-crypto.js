// node:crypto beyond hashes. Expected texts and bytes are those of the reference runtime (compatibility date 2026-01-01).
import assert, { deepStrictEqual, strictEqual, throws } from 'node:assert';
import { Buffer } from 'node:buffer';
import crypto from 'node:crypto';
import { text } from 'node:stream/consumers';
import types from 'node:util/types';

const key16 = Buffer.alloc(16, 1);
const key32 = Buffer.alloc(32, 2);
const iv = Buffer.alloc(16, 3);
const nonce = Buffer.alloc(12, 4);
const called = (fn, ...args) => new Promise((resolve, reject) => fn(...args, (error, ...values) => (error ? reject(error) : resolve(values))));

export const ciphersPieceByPiece = {
  test() {
    const cases = [
      ['aes-128-cbc', key16, iv, '|fcd84f63335a77538d25b983953eb7f9|cbbb76ae4e3659dd447a696a7340ede9'],
      ['AES-256-CBC', key32, iv, '|8d32578e34d9e09022cc4cdd93133b56|a883ef6986234997a4c4b0c5c46f0a65'],
      ['aes-256-ctr', key32, iv, '5e1bd7fc7ccb0f517c|ee7e223c814735a370a77a7df6d1f2b3229e3b81|'],
      ['aes-256-ecb', key32, null, '|03ade5c7860325c8b03affab2671e4fa|1c33af6dfd6a24bb2c6fda14f8baedc1'],
      ['aes-256-ofb', key32, iv, '5e1bd7fc7ccb0f517c|ee7e223c8147352a34892ee55a019b4ff775dff7|'],
      ['aes-192-cbc', Buffer.alloc(24), iv, '|5da380da2d53b091eeda3b1844ee868d|63f7561fe3de1592fa724e8c7d6507db'],
      ['des-ede3-cbc', Buffer.alloc(24, 5), Buffer.alloc(8), 'b30a4a60a3cff316|671071dca11ce256e4162260fc3b2e1f|19699bd1c098941e'],
      ['rc4', key16, '', '6e6d626277005e464b|5f2d770e13ebefce95bd8f850a755c240de9cfad|'],
    ];
    for (const [name, key, vector, expected] of cases) {
      const cipher = crypto.createCipheriv(name, key, vector);
      const parts = [cipher.update('hello wor', 'utf8', 'hex'), cipher.update('ld hello world hello', 'utf8', 'hex'), cipher.final('hex')];
      strictEqual(parts.join('|'), expected, name);
      const decipher = crypto.createDecipheriv(name, key, vector);
      strictEqual(decipher.update(parts.join(''), 'hex', 'utf8') + decipher.final('utf8'), 'hello world hello world hello', name);
    }
    const plain = crypto.createCipheriv('aes-128-cbc', key16, iv).setAutoPadding(false);
    strictEqual(plain.update(Buffer.alloc(16)).length + plain.final().length, 16);
  },
};

export const ciphersWithTags = {
  test() {
    const cases = [
      ['aes-128-gcm', key16, nonce, 'd8ebb57f46', 'e996206d9723675f37ed99fb665529b2'],
      ['aes-256-gcm', key32, nonce, '6c29bd6291', 'd682fb34c3de69ca7f0b95e2a7045396'],
      ['chacha20-poly1305', key32, nonce, '7437b8a0b3', '8d8c71209e3410cf82b4cd5f6ac37ebe'],
      ['aes-128-gcm', key16, Buffer.alloc(20, 7), undefined, undefined],
    ];
    for (const [name, key, vector, expected, tag] of cases) {
      const cipher = crypto.createCipheriv(name, key, vector, { authTagLength: 16 });
      cipher.setAAD(Buffer.from('aad'));
      const sealed = cipher.update('hello', 'utf8', 'hex');
      strictEqual(sealed.length, 10);
      strictEqual(cipher.final('hex'), '');
      if (expected !== undefined) deepStrictEqual([sealed, cipher.getAuthTag().toString('hex')], [expected, tag], name);
      const open = (given) => {
        const decipher = crypto.createDecipheriv(name, key, vector, { authTagLength: 16 });
        decipher.setAAD(Buffer.from('aad'));
        if (given) decipher.setAuthTag(given);
        return decipher.update(sealed, 'hex', 'utf8') + decipher.final('utf8');
      };
      strictEqual(open(cipher.getAuthTag()), 'hello');
      throws(() => open(Buffer.alloc(16)), { message: 'Authentication failed' });
      throws(() => open(undefined), { message: 'No auth tag provided' });
    }
  },
};

export const ciphersThatRefuse = {
  test() {
    throws(() => crypto.createCipheriv('nope', key16, iv), { message: 'Unknown or unsupported cipher: nope' });
    throws(() => crypto.createCipheriv('aes-128-cbc', key32, iv), { message: 'Invalid key length' });
    throws(() => crypto.createCipheriv('aes-128-cbc', key16, nonce), { message: 'Invalid initialization vector' });
    throws(() => crypto.createCipheriv('aes-128-cbc', key16, null), { message: 'Invalid initialization vector' });
    throws(() => crypto.createCipheriv('aes-128-cbc'), { code: 'ERR_INVALID_ARG_TYPE' });
    const decipher = crypto.createDecipheriv('aes-128-cbc', key16, iv);
    decipher.update('00112233445566778899aabbccddeeff', 'hex');
    throws(() => decipher.final(), { message: 'Authentication failed' });
    throws(() => decipher.final(), { message: 'Cipher/decipher context has already been finalized' });
    throws(() => crypto.createCipheriv('aes-128-gcm', key16, nonce).getAuthTag(), /only available once/);
    throws(() => crypto.createDecipheriv('aes-128-gcm', key16, nonce).setAuthTag(Buffer.alloc(3)), { message: 'Invalid authentication tag length' });
    deepStrictEqual(crypto.getCipherInfo('aes-256-gcm'), { name: 'id-aes256-GCM', nid: 901, blockSize: 1, ivLength: 12, keyLength: 32, mode: 'gcm' });
    deepStrictEqual(crypto.getCipherInfo('aes-128-cbc'), { name: 'AES-128-CBC', nid: 419, blockSize: 16, ivLength: 16, keyLength: 16, mode: 'cbc' });
    strictEqual(crypto.getCipherInfo('nope'), undefined);
    assert.ok(crypto.getCiphers().includes('aes-256-gcm'));
  },
};

export const cipherStreams = {
  async test() {
    const cipher = crypto.createCipheriv('aes-128-cbc', key16, iv);
    const decipher = crypto.createDecipheriv('aes-128-cbc', key16, iv);
    const done = text(cipher.pipe(decipher));
    for (let i = 0; i < 50; i++) cipher.write('some text ');
    cipher.end();
    strictEqual((await done).length, 500);
  },
};

export const secretKeys = {
  async test() {
    const key = crypto.createSecretKey(key16);
    deepStrictEqual([key.type, key.symmetricKeySize, key.export({ format: 'jwk' })], ['secret', 16, { kty: 'oct', ext: true, k: 'AQEBAQEBAQEBAQEBAQEBAQ' }]);
    assert.ok(key.equals(crypto.createSecretKey('01'.repeat(16), 'hex')));
    assert.ok(types.isKeyObject(key));
    strictEqual(crypto.createHmac('sha256', key).update('x').digest('hex'), '328d2c61a0fe7988090bdf6eaea0f3a5cdef3cff0a24254d133487cc7ed987fc');
    const cipher = crypto.createCipheriv('aes-128-cbc', key, iv);
    strictEqual(cipher.update('a', 'utf8', 'hex') + cipher.final('hex'), 'ceea5f2afc7374e447f0dcdeaec8cbd6');
    const web = await crypto.subtle.generateKey({ name: 'AES-CBC', length: 128 }, true, ['encrypt']);
    strictEqual(crypto.KeyObject.from(web).symmetricKeySize, 16);
    deepStrictEqual([crypto.generateKeySync('hmac', { length: 64 }).symmetricKeySize, crypto.generateKeySync('aes', { length: 128 }).symmetricKeySize], [8, 16]);
    throws(() => crypto.generateKeySync('aes', { length: 100 }), { code: 'ERR_INVALID_ARG_VALUE' });
  },
};

export const keysInEveryForm = {
  async test() {
    const kinds = [['rsa', { modulusLength: 1024 }, ['pkcs1', 'pkcs8']], ['ec', { namedCurve: 'P-256' }, ['sec1', 'pkcs8']], ['ed25519', {}, ['pkcs8']], ['x25519', {}, ['pkcs8']]];
    for (const [type, options, forms] of kinds) {
      const [publicKey, privateKey] = await called(crypto.generateKeyPair, type, options);
      deepStrictEqual([publicKey.type, privateKey.type, publicKey.asymmetricKeyType], ['public', 'private', type]);
      for (const form of forms) {
        for (const format of ['pem', 'der']) {
          const written = privateKey.export({ type: form, format });
          const read = crypto.createPrivateKey(format === 'pem' ? written : { key: written, format, type: form });
          assert.ok(read.equals(privateKey), `${type} ${form} ${format}`);
          assert.ok(crypto.createPublicKey(read).equals(publicKey));
        }
      }
      const sealed = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' });
      assert.match(sealed, /^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
      assert.ok(crypto.createPrivateKey({ key: sealed, passphrase: 'open' }).equals(privateKey));
      throws(() => crypto.createPrivateKey({ key: sealed, passphrase: 'shut' }), { message: 'Failed to parse private key' });
      assert.ok(crypto.createPublicKey({ key: publicKey.export({ format: 'jwk' }), format: 'jwk' }).equals(publicKey));
      assert.ok(crypto.createPrivateKey({ key: privateKey.export({ format: 'jwk' }), format: 'jwk' }).equals(privateKey));
      assert.ok(crypto.createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })).equals(publicKey));
    }
    deepStrictEqual(crypto.generateKeyPairSync('rsa', { modulusLength: 512 }).publicKey.asymmetricKeyDetails, { modulusLength: 512, publicExponent: 65537n });
    deepStrictEqual(crypto.generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).publicKey.asymmetricKeyDetails, { namedCurve: 'secp384r1' });
    throws(() => crypto.createPrivateKey('nope'), { message: 'Failed to parse private key' });
    throws(() => crypto.createPublicKey('nope'), { message: 'Failed to parse public key' });
    throws(() => crypto.generateKeyPairSync('dsa', { modulusLength: 1024 }), { code: 'ERR_INVALID_ARG_VALUE' });
  },
};

export const signatures = {
  test() {
    for (const [type, options, hash] of [['rsa', { modulusLength: 1024 }, 'sha256'], ['ec', { namedCurve: 'P-256' }, 'sha256'], ['ed25519', {}, null]]) {
      const { publicKey, privateKey } = crypto.generateKeyPairSync(type, options);
      const signature = crypto.sign(hash, Buffer.from('data'), privateKey);
      strictEqual(crypto.verify(hash, Buffer.from('data'), publicKey, signature), true);
      strictEqual(crypto.verify(hash, Buffer.from('date'), publicKey, signature), false);
      if (type === 'ed25519') continue;
      const text64 = crypto.createSign('SHA256').update('da').update('ta').sign(privateKey, 'base64');
      strictEqual(crypto.createVerify('RSA-SHA256').update('data').verify(publicKey, text64, 'base64'), true);
      const special = type === 'ec' ? { dsaEncoding: 'ieee-p1363' } : { padding: crypto.constants.RSA_PKCS1_PSS_PADDING };
      const other = crypto.sign(hash, Buffer.from('data'), { key: privateKey.export({ type: 'pkcs8', format: 'pem' }), ...special });
      strictEqual(other.length, type === 'ec' ? 64 : 128);
      strictEqual(crypto.verify(hash, Buffer.from('data'), { key: publicKey.export({ type: 'spki', format: 'pem' }), ...special }, other), true);
    }
    const { privateKey } = crypto.generateKeyPairSync('ed25519', {});
    throws(() => crypto.createSign('sha256').update('x').sign(privateKey), { message: 'Failed to set signature digest' });
  },
};

export const rsaEncryption = {
  test() {
    const { publicKey, privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });
    strictEqual(crypto.privateDecrypt(privateKey, crypto.publicEncrypt(publicKey, Buffer.from('hi'))).toString(), 'hi');
    strictEqual(crypto.publicDecrypt(publicKey, crypto.privateEncrypt(privateKey, Buffer.from('hi'))).toString(), 'hi');
    const pem = { public: publicKey.export({ type: 'pkcs1', format: 'pem' }), private: privateKey.export({ type: 'pkcs1', format: 'pem' }) };
    for (const options of [{ padding: 1 }, { padding: 4, oaepHash: 'sha256' }, { oaepLabel: Buffer.from('label') }]) {
      const sealed = crypto.publicEncrypt({ key: pem.public, ...options }, Buffer.from('hi'));
      strictEqual(crypto.privateDecrypt({ key: pem.private, ...options }, sealed).toString(), 'hi');
    }
    throws(() => crypto.privateDecrypt(privateKey, Buffer.alloc(128)), { message: 'Failed to cipher/decipher' });
  },
};

export const sharedSecrets = {
  test() {
    const group = crypto.getDiffieHellman('modp14');
    strictEqual(group.getPrime('hex').slice(0, 64), 'ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74');
    assert.ok(crypto.checkPrimeSync(group.getPrime()));
    const own = crypto.createDiffieHellman(group.getPrime(), group.getGenerator());
    group.generateKeys();
    own.generateKeys();
    deepStrictEqual(group.computeSecret(own.getPublicKey()), own.computeSecret(group.getPublicKey()));
    strictEqual(group.verifyError, 8);
    throws(() => crypto.getDiffieHellman('nope'), /Only groups \{modp14, modp15, modp16, modp17, modp18\}/);
    const [a, b] = [crypto.createECDH('prime256v1'), crypto.createECDH('prime256v1')];
    a.generateKeys();
    b.setPrivateKey(b.generateKeys() && b.getPrivateKey());
    deepStrictEqual(a.computeSecret(b.getPublicKey()), b.computeSecret(a.getPublicKey(null, 'compressed')));
    strictEqual(a.getPublicKey('hex').length, 130);
    strictEqual(crypto.ECDH.convertKey(a.getPublicKey('hex', 'compressed'), 'prime256v1', 'hex', 'hex'), a.getPublicKey('hex'));
    throws(() => crypto.createECDH('nope'), { message: 'Invalid curve' });
    const x = crypto.generateKeyPairSync('x25519', {});
    strictEqual(crypto.diffieHellman({ privateKey: x.privateKey, publicKey: x.publicKey }).length, 32);
  },
};

export const primes = {
  async test() {
    strictEqual(crypto.checkPrimeSync(2n ** 127n - 1n), true);
    strictEqual(crypto.checkPrimeSync(2n ** 127n + 1n), false);
    strictEqual(crypto.generatePrimeSync(32).byteLength, 4);
    const [prime] = await called(crypto.generatePrime, 64, { bigint: true, safe: true });
    deepStrictEqual(await called(crypto.checkPrime, (prime - 1n) / 2n), [true]);
    throws(() => crypto.createDiffieHellman(100_000), /at most 1024 bits are supported/);
  },
};

// Made for this test; of an authority that signed itself, for a.test and *.b.test.
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBxTCCAWygAwIBAgIURR3D+6GZTlKkGfpK+3ADkoeakv0wCgYIKoZIzj0EAwIw
JjETMBEGA1UECgwKUGxheWdyb3VuZDEPMA0GA1UEAwwGYS50ZXN0MCAXDTI2MTEy
NjE5MTgyMVoYDzIxMjYxMTAyMTkxODIxWjAmMRMwEQYDVQQKDApQbGF5Z3JvdW5k
MQ8wDQYDVQQDDAZhLnRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATq6ryn
8NzsBU0t2C167Y+XYAmVq+82WWb5z/E0wkVeiM7VKv5MsX0VtRvUJn4K/vJM81uc
BdZV5teK0l2HnVuyo3YwdDAdBgNVHQ4EFgQU1nmCsXfPyioA731twX3TlNxEP34w
HwYDVR0jBBgwFoAU1nmCsXfPyioA731twX3TlNxEP34wDwYDVR0TAQH/BAUwAwEB
/zAhBgNVHREEGjAYggZhLnRlc3SCCCouYi50ZXN0hwQKAAABMAoGCCqGSM49BAMC
A0cAMEQCIHjk5exCvIFcD4hNhGP2R4ZnfeV9MmLAofRBldPJQeV4AiBzc7lZR4ag
gcRadKeyfY40LTFAcXchWwkBUD3wyyZfTg==
-----END CERTIFICATE-----`;

export const certificates = {
  test() {
    const certificate = new crypto.X509Certificate(CERTIFICATE);
    deepStrictEqual(
      [certificate.subject, certificate.issuer, certificate.subjectAltName, certificate.ca],
      ['O=Playground\nCN=a.test', 'O=Playground\nCN=a.test', 'DNS:a.test, DNS:*.b.test, IP Address:10.0.0.1', true],
    );
    strictEqual(certificate.checkHost('x.b.test'), '*.b.test');
    strictEqual(certificate.checkHost('c.test'), undefined);
    strictEqual(certificate.checkIP('10.0.0.1'), '10.0.0.1');
    strictEqual(certificate.checkIssued(certificate), true);
    strictEqual(certificate.verify(certificate.publicKey), true);
    strictEqual(certificate.publicKey.asymmetricKeyType, 'ec');
    strictEqual(certificate.fingerprint256.length, 95);
    strictEqual(new crypto.X509Certificate(certificate.raw).toString(), certificate.toString());
    throws(() => new crypto.X509Certificate('nope'), { message: 'Failed to parse X.509 certificate' });
  },
};
