// Reads a server of events that never waits.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const source = EventSource.from(new ReadableStream({ pull(controller) { controller.enqueue(new TextEncoder().encode('data: x\nid: 1\nretry: 0\n\n'.repeat(1000))); } }));
    await new Promise((resolve, reject) => { source.onerror = reject; });
    return new Response();
  },
};
