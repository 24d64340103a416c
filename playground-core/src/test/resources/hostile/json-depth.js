// Reads JSON that is a hundred thousand levels deep.
// expect: exception
export default {
  async fetch(request, env, ctx) {
    return new Response(String(JSON.parse('['.repeat(1e5) + ']'.repeat(1e5)).length));
  },
};
