// Writes a line of five million characters.
// expect: ok
// logs: 0
export default {
  async fetch(request, env, ctx) {
    console.log('x'.repeat(5e6));
    return new Response('written');
  },
};
