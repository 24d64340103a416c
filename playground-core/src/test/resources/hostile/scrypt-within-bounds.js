// Makes one key after the other, each of which takes sixteen megabytes and a fraction of a second.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const { scryptSync } = await import('node:crypto');
    for (;;) scryptSync('a', 'b', 64, { N: 2 ** 14, r: 8, p: 1000, maxmem: 2 ** 40 });
  },
};
