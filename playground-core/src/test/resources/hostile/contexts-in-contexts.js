// Keeps a snapshot of a context in a context, and so on.
// expect: exceededCpu|exceededMemory|exception
// cpuMs: 1000
export default {
  async fetch(request, env, ctx) {
    const { AsyncLocalStorage } = await import('node:async_hooks');
    let inner = (work) => work();
    for (let i = 0; ; i++) {
      const storage = new AsyncLocalStorage();
      const outer = inner;
      inner = outer(() => storage.run('x'.repeat(1000) + i, () => AsyncLocalStorage.snapshot()));
    }
  },
};
