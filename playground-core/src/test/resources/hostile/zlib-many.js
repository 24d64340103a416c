// Makes streams of node:zlib without end, each with the largest window there is.
// expect: exception
// says: Too many compression streams
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const zlib = await import('node:zlib');
    const kept = [];
    for (;;) for (const make of ['createDeflate', 'createGunzip', 'createBrotliDecompress', 'createInflateRaw']) {
      const stream = zlib[make]({ windowBits: 15, memLevel: 9 });
      stream.on('error', () => {});
      stream.write(new Uint8Array([0]));
      kept.push(stream);
    }
  },
};
