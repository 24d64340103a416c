// Asks for the rate of a hundred thousand keys.
// expect: exception|exceededWallTime
// says: Too many subrequests|wall time
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; i < 1e5; i++) await env.RATE.limit({ key: 'k'.repeat(1e5) + i });
    return new Response('asked');
  },
};
