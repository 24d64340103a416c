// Answers with a stream that never ends.
// expect: ok
// mode: pass
export default {
  async fetch(request, env, ctx) {
    return new Response(new ReadableStream({ type: 'bytes', pull: (controller) => controller.enqueue(new Uint8Array(65_536)) }));
  },
};
