// Makes garbage as fast as it can, and keeps none.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    for (;;) new Array(1000).fill(0);
  },
};
