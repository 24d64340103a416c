// Makes a hundred thousand signals with a timeout.
// expect: exception
// says: Too many timers
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; i < 1e5; i++) AbortSignal.timeout(1e6);
    return new Response();
  },
};
