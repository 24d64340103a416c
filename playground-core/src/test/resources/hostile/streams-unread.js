// Fills streams of node:stream that nobody reads, whatever they say of being full.
// expect: exceededMemory|exceededCpu
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const { Readable, PassThrough } = await import('node:stream');
    const kept = [];
    for (;;) {
      const readable = new Readable({ highWaterMark: Number.MAX_SAFE_INTEGER, read() {} });
      const pass = new PassThrough({ highWaterMark: 2 ** 50 });
      for (let i = 0; i < 100; i++) {
        readable.push('x'.repeat(1000) + i);
        pass.write(Buffer.alloc(1000));
      }
      kept.push(readable, pass);
    }
  },
};
