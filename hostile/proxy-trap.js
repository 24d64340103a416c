// Loops in the trap of a proxy that the runtime reads.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    return new Response(null, new Proxy({}, { get() { for (;;) {} } }));
  },
};
