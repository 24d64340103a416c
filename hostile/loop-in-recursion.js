// Calls itself again from every way out, which takes for ever at any depth.
// expect: exceededCpu
// engine: any
export default {
  async fetch(request, env, ctx) {
    const again = () => {
      try {
        again();
      } finally {
        again();
      }
    };
    again();
  },
};
