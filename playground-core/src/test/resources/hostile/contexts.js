// Nests a hundred thousand stores of AsyncLocalStorage.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const { AsyncLocalStorage } = await import('node:async_hooks');
    const stores = Array.from({ length: 1e5 }, () => new AsyncLocalStorage());
    stores.forEach((store, i) => store.enterWith(new Array(100).fill(i)));
    for (;;) await null;
  },
};
