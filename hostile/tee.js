// Reads one branch of a stream and keeps the other.
// expect: exceededMemory|exceededCpu|exception
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    const [first, second] = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100_000).fill(1)) }).tee();
    for await (const _ of first);
    return new Response(second);
  },
};
