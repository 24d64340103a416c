// Loads worker after worker and keeps them.
// expect: ok
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; i < 35; i++) await env.API.run(`export default { fetch: () => new Response('${i}') }`);
    return new Response();
  },
};
