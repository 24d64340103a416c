// Waits for tomorrow without giving the turn back.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const start = Date.now();
    while (Date.now() < start + 86_400_000) {}
  },
};
