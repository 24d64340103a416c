// Catches whatever might end it.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    for (;;) {
      try {
        for (;;) {}
      } catch {}
    }
  },
};
