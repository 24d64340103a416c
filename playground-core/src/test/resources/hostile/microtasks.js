// Queues a promise job from each promise job.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    (function again() { Promise.resolve().then(again); })();
    await new Promise(() => {});
  },
};
