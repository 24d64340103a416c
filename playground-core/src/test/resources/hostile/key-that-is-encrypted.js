// Reads a key that is encrypted, first as it is, then with two thousand million rounds of a hash in place of its own.
// expect: exception
// says: refused after it was read
// engine: kept
export default {
  async fetch(request, env, ctx) {
    const { createPrivateKey, generateKeyPairSync } = await import('node:crypto');
    const sealed = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' });
    const read = (key) => createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase: 'x' });
    const was = read(sealed).asymmetricKeyType;

    const der = (tag, body) => [tag, ...(body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255]), ...body];
    let counts = 0;
    // The first integer of a key that is encrypted so is the number of rounds.
    const patched = (bytes) => {
      const parts = [];
      for (let at = 0; at < bytes.length; ) {
        const tag = bytes[at++];
        let length = bytes[at++];
        if (length > 128) for (let more = length - 128, i = (length = 0); i < more; i++) length = length * 256 + bytes[at++];
        const body = [...bytes.slice(at, at += length)];
        const isCount = tag === 2 && counts++ === 0;
        parts.push(...der(tag, isCount ? [0x7f, 255, 255, 255] : tag === 0x30 ? patched(body) : body));
      }
      return parts;
    };
    const endless = Buffer.from(patched([...sealed]));
    if (was !== 'ed25519' || counts === 0) return new Response('not what was meant: ' + was + ', ' + counts);
    try {
      read(endless);
    } catch (error) {
      throw new Error('refused after it was read: ' + error);
    }
    return new Response('read');
  },
};
