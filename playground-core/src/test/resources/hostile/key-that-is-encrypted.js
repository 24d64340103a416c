// Reads a key that says to be encrypted by two thousand million rounds of a hash.
// expect: exception
// says: refused
// engine: kept
export default {
  async fetch(request, env, ctx) {
    const { createPrivateKey } = await import('node:crypto');
    const der = (tag, ...parts) => { const body = parts.flat(); return [tag, ...(body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255]), ...body]; };
    const bytes = der(48,
      der(48, [6, 9, 42, 134, 72, 134, 247, 13, 1, 5, 13],
        der(48,
          der(48, [6, 9, 42, 134, 72, 134, 247, 13, 1, 5, 12], der(48, der(4, Array(16).fill(1)), [2, 4, 0x7f, 255, 255, 255], der(48, [6, 8, 42, 134, 72, 134, 247, 13, 2, 9, 5, 0]))),
          der(48, [6, 9, 96, 134, 72, 1, 101, 3, 4, 1, 42], der(4, Array(16).fill(2))))),
      der(4, Array(256).fill(3)));
    try {
      createPrivateKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs8', passphrase: 'x' });
    } catch (error) {
      throw new Error('refused: ' + error);
    }
    return new Response('read');
  },
};
