// Asks for a key that takes a gigabyte of memory to make.
// expect: exception
// says: memory limit exceeded
export default {
  async fetch(request, env, ctx) {
    const { scryptSync } = await import('node:crypto');
    return new Response(scryptSync('a', 'b', 64, { N: 2 ** 20, r: 8, p: 1, maxmem: 2 ** 40 }).toString('hex'));
  },
};
