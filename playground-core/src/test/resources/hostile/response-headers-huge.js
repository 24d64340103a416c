// Answers with a header of a million characters, which takes a cold engine longer than it has.
// expect: exceededCpu|ok
export default {
  async fetch(request, env, ctx) {
    return new Response('', { headers: { a: 'x'.repeat(1e6) } });
  },
};
