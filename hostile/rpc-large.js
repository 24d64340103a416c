// Sends more to another worker than a message may have.
// expect: exception|exceededMemory|exceededCpu
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    return new Response(String((await env.API.echo(Array.from({ length: 8 }, (_, i) => ('x' + i).repeat(2.5e6)))).length));
  },
};
