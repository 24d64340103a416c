// Has six dynamic workers busy at once.
// expect: exception
// says: Too many dynamic workers at once
export default {
  async fetch(request, env, ctx) {
    return new Response(await env.API.busy(6));
  },
};
