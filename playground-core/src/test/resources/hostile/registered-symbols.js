// Fills the registry of symbols.
// expect: exceededMemory
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; ; i++) Symbol.for('symbol ' + i + '-'.repeat(20_000));
  },
};
