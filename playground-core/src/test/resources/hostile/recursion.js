// Calls itself without end.
// expect: exception
// says: Maximum call stack size exceeded
export default {
  async fetch(request, env, ctx) {
    const again = (n) => again(n + 1) + 1;
    again(0);
  },
};
