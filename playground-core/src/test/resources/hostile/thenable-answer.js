// Answers with a thenable that loops.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    return { then() { for (;;); } };
  },
};
