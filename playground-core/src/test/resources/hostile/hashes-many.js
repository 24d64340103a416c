// Keeps hashes, ciphers and signatures that are never finished.
// expect: exceededMemory|exceededCpu|exception
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const { createHash, createHmac, createCipheriv } = await import('node:crypto');
    const kept = [];
    const key = new Uint8Array(32);
    for (;;) {
      kept.push(createHash('sha512').update('x'), createHmac('sha256', key), createCipheriv('aes-256-cbc', key, key.subarray(16)));
      kept.push(kept[0].copy());
    }
  },
};
