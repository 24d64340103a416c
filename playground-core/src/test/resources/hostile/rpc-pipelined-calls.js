// Pipelines ten thousand calls on calls that have no answer yet.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    let promise = env.API.call(() => env.API);
    for (let i = 0; i < 1e4; i++) promise = promise.call(() => env.API);
    return new Response(String(await promise));
  },
};
