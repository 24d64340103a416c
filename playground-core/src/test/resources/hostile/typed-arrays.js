// Keeps typed arrays.
// expect: exceededMemory
// cpuMs: 8000
export default {
  async fetch(request, env, ctx) {
    const kept = [];
    for (;;) kept.push(new Uint8Array(1e6));
  },
};
