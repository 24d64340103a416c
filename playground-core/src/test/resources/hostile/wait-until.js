// Gives work that never ends to waitUntil.
// expect: ok
// says: answered
export default {
  async fetch(request, env, ctx) {
    ctx.waitUntil(scheduler.wait(1e9));
    return new Response('answered');
  },
};
