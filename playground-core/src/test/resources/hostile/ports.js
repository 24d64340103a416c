// Has two ends of a channel answer each other without end.
// expect: exceededCpu|exceededMemory
// because: it keeps what it makes, so that a fast machine comes to the limit of memory first
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.postMessage(1); port1.postMessage(1); };
    port2.onmessage = () => { port2.postMessage(1); port2.postMessage(1); };
    port1.postMessage(1);
    await new Promise((resolve) => setTimeout(resolve, 1e6));
  },
};
