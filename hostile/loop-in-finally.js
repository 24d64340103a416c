// Answers its own end with another loop.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    try {
      for (;;) {}
    } finally {
      for (;;) {}
    }
  },
};
