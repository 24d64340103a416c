// Sends to a port that nobody reads.
// expect: exceededMemory
// cpuMs: 8000
export default {
  async fetch(request, env, ctx) {
    const { port1 } = new MessageChannel();
    for (;;) port1.postMessage(new Uint8Array(100_000));
  },
};
