// Keeps array after array.
// expect: exceededMemory
export default {
  async fetch(request, env, ctx) {
    const kept = [];
    for (;;) kept.push(new Array(10_000).fill(0));
  },
};
