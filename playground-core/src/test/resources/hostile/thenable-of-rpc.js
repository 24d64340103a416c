// Returns a thenable that resolves with itself to another worker.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const self = { then(resolve) { resolve(self); } };
    return new Response(await env.API.call(() => self));
  },
};
