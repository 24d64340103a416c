// Hands out stub after stub and never lets go.
// expect: exceededCpu|exceededMemory
// because: the parent keeps what it is handed, and may come to its own limit of memory first
// parent: any
export default {
  async fetch(request, env, ctx) {
    const functions = Array.from({ length: 2000 }, (_, i) => () => i);
    for (let i = 0; i < 1000; i++) await env.API.hold(functions);
    return new Response();
  },
};
