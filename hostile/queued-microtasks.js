// Queues two microtasks from each microtask.
// expect: exceededCpu|exceededMemory
export default {
  async fetch(request, env, ctx) {
    (function again() { queueMicrotask(again); queueMicrotask(again); })();
    await new Promise(() => {});
  },
};
