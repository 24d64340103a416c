// Sends a value to another worker whose getter loops.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    return Response.json(await env.API.echo({ get x() { for (;;) {} } }));
  },
};
