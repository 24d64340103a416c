// Waits for eleven days.
// expect: exceededWallTime
// says: wall time limit
export default {
  async fetch(request, env, ctx) {
    await scheduler.wait(1e9);
    return new Response();
  },
};
