// Queues two microtasks from each microtask.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    (function again() { queueMicrotask(again); queueMicrotask(again); })();
    await new Promise(() => {});
  },
};
