// Registers values for finalizers that register more, and lets them all go.
// expect: exceededCpu|exceededMemory
export default {
  async fetch(request, env, ctx) {
    const registry = new FinalizationRegistry((held) => { for (let i = 0; i < 1000; i++) registry.register({}, held + held); });
    for (let i = 0; ; i++) { registry.register({}, 'x'.repeat(100)); if (i % 1000 === 0) await null; }
  },
};
