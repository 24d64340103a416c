// Opens compressors without end: each takes a quarter of a megabyte outside of every heap.
// expect: exception
// says: Too many compression streams
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const kept = [];
    for (;;) {
      const stream = new CompressionStream(['gzip', 'deflate', 'deflate-raw'][kept.length % 3]);
      stream.writable.getWriter().write(new Uint8Array(10)).catch(() => {});
      kept.push(stream);
    }
  },
};
