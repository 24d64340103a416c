// Hands out stub after stub and never lets go.
// expect: exception|exceededMemory|exceededCpu
export default {
  async fetch(request, env, ctx) {
    const functions = Array.from({ length: 2000 }, (_, i) => () => i);
    for (let i = 0; i < 1000; i++) await env.API.hold(functions);
    return new Response();
  },
};
