// Fills a map.
// expect: exceededMemory
export default {
  async fetch(request, env, ctx) {
    const map = new Map();
    for (let i = 0; ; i++) map.set(i, { i });
  },
};
