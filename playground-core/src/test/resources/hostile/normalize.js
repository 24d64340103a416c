// Normalizes text that becomes eighteen times as long.
// expect: exceededCpu
// cpuMs: 150
// engine: any
// because: one call of a built-in, which may not look whether it was told to end
export default {
  async fetch(request, env, ctx) {
    const text = '\uFDFA'.repeat(4e6);
    return new Response(String(text.normalize('NFKD').normalize('NFKC').length));
  },
};
