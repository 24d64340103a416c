// Reads one branch of a stream and keeps the other.
// expect: exceededMemory
export default {
  async fetch(request, env, ctx) {
    const [first, second] = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)) }).tee();
    for await (const _ of first);
    return new Response(second);
  },
};
