// Has Node.js write out proxies, getters and rings that loop.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const { inspect } = await import('node:util');
    const value = { get a() { for (;;); }, [inspect.custom]() { for (;;); } };
    return new Response(inspect(new Proxy(value, { ownKeys() { for (;;); } }), { getters: true, showProxy: false, depth: Infinity }));
  },
};
