// Sends itself a stub of itself that is sent to itself.
// expect: exception
// says: Too many subrequests
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    let stub = await env.API.echo(() => stub);
    for (let i = 0; i < 1e5; i++) stub = await env.API.echo(stub);
    return new Response('sent');
  },
};
