// Gives work that never ends to waitUntil.
// expect: ok
// says: answered
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    ctx.waitUntil(scheduler.wait(1e9));
    return new Response('answered');
  },
};
