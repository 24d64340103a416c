// Answers with an iterator that never ends and never waits.
// expect: exceededCpu
// mode: pass
export default {
  async fetch(request, env, ctx) {
    return new Response(ReadableStream.from((function* () { for (;;) yield new Uint8Array(1000); })()));
  },
};
