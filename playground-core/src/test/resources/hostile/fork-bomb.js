// Has a copy of itself loaded and run, which does the same, and so on.
// expect: exception
// parent: any
export default {
  async fetch(request, env, ctx) {
    return new Response(await env.API.run(env.CODE));
  },
};
