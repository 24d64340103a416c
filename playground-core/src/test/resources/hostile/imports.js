// Imports itself under a hundred thousand names, and waits for itself.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; i < 1e5; i++) {
      await import('./program.js?' + i).catch(() => {});
      await import('./program.js').catch(() => {});
    }
    return new Response('imported');
  },
};
