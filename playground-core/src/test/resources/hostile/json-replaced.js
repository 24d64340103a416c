// Rewrites JSON before the runtime writes its own.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    JSON.stringify = JSON.parse = () => { for (;;); };
    await env.API.echo({ a: 1 });
    console.log({ a: 1 });
    return Response.json({ a: 1 });
  },
};
