// Gives waitUntil a thenable that loops.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    ctx.waitUntil({ then() { for (;;); } });
    return new Response('answered');
  },
};
