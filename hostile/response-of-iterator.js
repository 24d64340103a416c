// Answers with an iterator that never ends and never waits.
// expect: ok|exceededCpu|exceededMemory|exception|canceled
// mode: pass
export default {
  async fetch(request, env, ctx) {
    return new Response(ReadableStream.from((function* () { for (;;) yield new Uint8Array(1000); })()));
  },
};
