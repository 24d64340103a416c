// Queues two ticks of Node.js from each tick.
// expect: exceededCpu|exceededMemory
// because: it keeps what it makes, so that a fast machine comes to the limit of memory first
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const { nextTick } = process;
    const more = () => { nextTick(more); nextTick(more); setImmediate(more); };
    more();
    await new Promise((resolve) => setTimeout(resolve, 1e6));
  },
};
