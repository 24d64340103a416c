// Raises a BigInt to a power that no engine can be called back from.
// expect: exceededCpu
// engine: replaced
export default {
  async fetch(request, env, ctx) {
    return new Response(String(2n ** (1n << 30n)).slice(0, 9));
  },
};
