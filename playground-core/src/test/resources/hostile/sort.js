// Sorts with an order that is none, a very long list.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const list = Array.from({ length: 1e6 }, (_, i) => i);
    for (;;) list.sort(() => Math.random() - 0.5);
  },
};
