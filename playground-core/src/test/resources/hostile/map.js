// Fills a map.
// expect: exceededMemory
// cpuMs: 8000
export default {
  async fetch(request, env, ctx) {
    const map = new Map();
    for (let i = 0; ; i++) map.set(i, { i });
  },
};
