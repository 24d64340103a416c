// Keeps string after string.
// expect: exceededMemory
export default {
  async fetch(request, env, ctx) {
    const kept = [];
    for (let i = 0; ; i++) kept.push(('x'.repeat(1e5) + i).toUpperCase());
  },
};
