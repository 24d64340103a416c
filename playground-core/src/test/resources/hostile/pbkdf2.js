// Asks Node.js for a thousand million rounds of a hash.
// expect: exception
// says: are not supported
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    const { pbkdf2Sync } = await import('node:crypto');
    return new Response(pbkdf2Sync('a', 'b', 1e9, 64, 'sha512').toString('hex'));
  },
};
