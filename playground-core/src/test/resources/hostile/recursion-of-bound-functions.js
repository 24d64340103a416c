// Calls through a hundred thousand bound functions.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    let run = () => 0;
    for (let i = 0; i < 1e5; i++) run = run.bind();
    return new Response(String(run()));
  },
};
