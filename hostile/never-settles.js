// Waits for a promise that nobody can settle.
// expect: exception
// says: hung
export default {
  async fetch(request, env, ctx) {
    await new Promise(() => {});
  },
};
