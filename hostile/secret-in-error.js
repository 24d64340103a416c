// Throws its secret, which is its own affair.
// expect: exception
// says: open-sesame
export default {
  async fetch(request, env, ctx) {
    throw new Error(env.SECRET);
  },
};
