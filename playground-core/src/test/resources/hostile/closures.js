// Keeps closures that keep arrays.
// expect: exceededMemory
export default {
  async fetch(request, env, ctx) {
    const kept = [];
    for (;;) {
      const bytes = new Uint32Array(10_000);
      kept.push(() => bytes);
    }
  },
};
