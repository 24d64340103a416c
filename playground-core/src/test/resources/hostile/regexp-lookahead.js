// Has a regular expression with a back reference backtrack.
// expect: ok
export default {
  async fetch(request, env, ctx) {
    return new Response(String(/(?=(a+))*b\1/.test('a'.repeat(1e5))));
  },
};
