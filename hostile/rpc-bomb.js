// Calls another worker a thousand times at once.
// expect: exception|exceededCpu|exceededMemory
// says: Too many subrequests|CPU time limit|memory limit
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    await Promise.all(Array.from({ length: 1000 }, () => env.API.echo(1)));
    return new Response();
  },
};
