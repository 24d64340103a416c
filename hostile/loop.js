// Never gives the turn back.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    for (;;) {}
  },
};
