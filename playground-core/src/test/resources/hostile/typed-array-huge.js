// Asks for two thousand million bytes at once.
// expect: exception
// says: RangeError
export default {
  async fetch(request, env, ctx) {
    return new Response(String(new Uint8Array(2 ** 31 - 1).length));
  },
};
