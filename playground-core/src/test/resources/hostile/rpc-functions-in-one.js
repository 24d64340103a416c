// Sends a hundred thousand functions in one message.
// expect: exceededCpu|exceededMemory
// because: it keeps what it makes, so that a fast machine comes to the limit of memory first
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    await env.API.echo(Array.from({ length: 1e5 }, (_, i) => () => i));
    return new Response('sent');
  },
};
