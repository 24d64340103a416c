// Reads events of a server that never ends its line.
// expect: exceededCpu|exceededMemory
// cpuMs: 250
export default {
  async fetch(request, env, ctx) {
    const source = EventSource.from(new ReadableStream({ pull(controller) { controller.enqueue(new TextEncoder().encode('data: ' + 'x'.repeat(1e5))); } }));
    await new Promise((resolve, reject) => { source.onmessage = resolve; source.onerror = reject; });
    return new Response();
  },
};
