// Registers a million objects whose end makes more of them.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const registry = new FinalizationRegistry(() => more());
    const more = () => { for (let i = 0; i < 100; i++) registry.register({}, i); };
    for (;;) { more(); new WeakRef({ a: 1 }); if (Math.random() < 0.001) await null; }
  },
};
