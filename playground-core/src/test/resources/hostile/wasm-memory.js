// Grows the memory of WebAssembly without end.
// expect: exceededMemory
export default {
  async fetch(request, env, ctx) {
    const memory = new WebAssembly.Memory({ initial: 1 });
    for (;;) memory.grow(64);
  },
};
