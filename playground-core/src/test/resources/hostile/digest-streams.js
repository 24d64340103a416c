// Opens digests without end, and writes to each a little.
// expect: exceededMemory|exceededCpu|exception
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const kept = [];
    for (;;) {
      const stream = new crypto.DigestStream('SHA-512');
      stream.getWriter().write(new Uint8Array(1000)).catch(() => {});
      kept.push(stream);
      if (kept.length % 1000 === 0) await 0;
    }
  },
};
