// Unites a set with one whose keys never end.
// expect: exceededCpu|exceededMemory
export default {
  async fetch(request, env, ctx) {
    let i = 0;
    const endless = { size: Infinity, has: () => true, keys: () => ({ next: () => ({ done: false, value: i++ % 1000 }) }) };
    return new Response(String(new Set([1, 2]).union(endless).size));
  },
};
