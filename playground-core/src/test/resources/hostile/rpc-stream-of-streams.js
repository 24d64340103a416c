// Sends streams that send streams, each through the other worker.
// expect: exception
// says: Too many subrequests
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    let stream = new Response('x'.repeat(1000)).body;
    for (let i = 0; i < 10_000; i++) stream = await env.API.echo(stream);
    return new Response(stream);
  },
};
