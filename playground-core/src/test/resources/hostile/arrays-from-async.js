// Waits for an array of a length that no array has.
// expect: exceededCpu|exceededMemory
export default {
  async fetch(request, env, ctx) {
    const all = await Array.fromAsync({ length: 2 ** 32 - 1 });
    return new Response(String(all.length));
  },
};
