// Fills a WeakMap whose keys stay alive.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const map = new WeakMap();
    const keys = [];
    for (;;) {
      const key = {};
      keys.push(key);
      map.set(key, new Array(100).fill(key));
    }
  },
};
