// Has a built-in fill an array of four thousand million.
// expect: exceededCpu
// engine: any
export default {
  async fetch(request, env, ctx) {
    return new Response(String(new Array(2 ** 32 - 1).fill(0).length));
  },
};
