// Blocks its thread until somebody wakes it.
// expect: exception
export default {
  async fetch(request, env, ctx) {
    return new Response(Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  },
};
