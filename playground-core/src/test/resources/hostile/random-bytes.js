// Asks for as many random bytes as there may be.
// expect: exception
// says: Array buffer allocation failed
export default {
  async fetch(request, env, ctx) {
    const { randomBytes } = await import('node:crypto');
    return new Response(randomBytes(2 ** 31 - 1).length);
  },
};
