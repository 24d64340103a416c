// Gives a hundred thousand promises to waitUntil.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; i < 1e5; i++) ctx.waitUntil(new Promise(() => {}));
    return new Response('answered');
  },
};
