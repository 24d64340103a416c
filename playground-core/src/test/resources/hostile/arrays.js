// Keeps array after array.
// expect: exceededMemory
// cpuMs: 8000
export default {
  async fetch(request, env, ctx) {
    const kept = [];
    for (;;) kept.push(new Array(10_000).fill(0));
  },
};
