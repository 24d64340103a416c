// Compares and sorts texts of millions of characters by the rules of a language.
// expect: exceededCpu
// cpuMs: 150
// engine: any
export default {
  async fetch(request, env, ctx) {
    const text = 'äß\u0301'.repeat(1e6);
    const list = Array.from({ length: 100 }, (_, i) => text + i);
    for (;;) list.sort((a, b) => a.localeCompare(b, 'de', { sensitivity: 'base' }));
  },
};
