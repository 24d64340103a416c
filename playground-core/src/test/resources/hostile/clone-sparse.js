// Has an array of four thousand million holes cloned and sent.
// expect: ok
// says: cloned
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    const sparse = [];
    sparse.length = 2 ** 32 - 1;
    structuredClone(sparse);
    await env.API.echo(sparse);
    return new Response('cloned');
  },
};
