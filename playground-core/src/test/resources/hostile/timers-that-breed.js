// Starts two timers from each timer.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    (function again() { setTimeout(again, 0); setTimeout(again, 0); })();
    await new Promise(() => {});
  },
};
