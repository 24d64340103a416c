// Has a built-in fill an array of four thousand million.
// expect: exceededCpu
// engine: replaced
export default {
  async fetch(request, env, ctx) {
    return new Response(String(Array.from({ length: 2 ** 32 - 1 }).length));
  },
};
