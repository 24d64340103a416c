// Throws an error whose stack is a getter that loops.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const error = new Error('x');
    Object.defineProperty(error, 'stack', { get() { for (;;) {} } });
    throw error;
  },
};
