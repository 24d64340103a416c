// Pipelines a hundred thousand names on a call that has no answer yet.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    let promise = env.API.echo({});
    for (let i = 0; i < 1e5; i++) promise = promise.next;
    return new Response(String(await promise));
  },
};
