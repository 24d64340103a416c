// Fills the registry of symbols.
// expect: exceededMemory|exceededCpu
// because: a look at its memory takes long while symbols are made, and may find it after its CPU time is used up
// cpuMs: 8000
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; ; i++) Symbol.for('symbol ' + i + '-'.repeat(20_000));
  },
};
