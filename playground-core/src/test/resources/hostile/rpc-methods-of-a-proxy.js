// Lets another worker call a target whose every method is a proxy that loops.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const { RpcTarget } = await import('cloudflare:workers');
    class Target extends RpcTarget { get echo() { for (;;); } }
    const stub = await env.API.echo(new Target());
    return new Response(await stub.echo());
  },
};
