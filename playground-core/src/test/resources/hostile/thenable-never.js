// Answers with a thenable that never lets go.
// expect: exception
// says: hung
export default {
  async fetch(request, env, ctx) {
    return { then() {} };
  },
};
