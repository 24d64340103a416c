// Waits while an interval ticks.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    setInterval(() => {}, 5);
    await new Promise(() => {});
  },
};
