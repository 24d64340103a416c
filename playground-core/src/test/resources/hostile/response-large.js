// Answers with more than is kept.
// expect: ok
// says: truncated
// mode: pass
export default {
  async fetch(request, env, ctx) {
    return new Response('x'.repeat(4e6));
  },
};
