// Sends more to another worker than a message may have, and than it may keep while that is written.
// expect: exception|exceededMemory
export default {
  async fetch(request, env, ctx) {
    return new Response(String((await env.API.echo(Array(8).fill('x'.repeat(5e6)))).length));
  },
};
