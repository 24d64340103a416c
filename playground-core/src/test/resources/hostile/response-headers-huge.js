// Answers with a header of ten million characters.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    return new Response('', { headers: { a: 'x'.repeat(1e6) } });
  },
};
