// Has each part of a stream answer with a thenable that loops.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    return new Response(new ReadableStream({ start: () => ({}), pull: () => ({ then() { for (;;); } }) }));
  },
};
