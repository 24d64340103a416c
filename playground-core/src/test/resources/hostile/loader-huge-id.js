// Asks for a worker by an id of twenty million characters.
// expect: ok
export default {
  async fetch(request, env, ctx) {
    await env.API.get('x'.repeat(2e6));
    return new Response('got it');
  },
};
