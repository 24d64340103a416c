// Throws an object whose text takes for ever.
// expect: exception
export default {
  async fetch(request, env, ctx) {
    throw { toString() { for (;;) {} }, get message() { for (;;) {} } };
  },
};
