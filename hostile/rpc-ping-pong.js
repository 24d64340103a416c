// Lets another worker call it back, which calls it back, without end.
// expect: exception|exceededWallTime|exceededCpu|canceled
export default {
  async fetch(request, env, ctx) {
    const back = () => env.API.call(back);
    await back();
    return new Response();
  },
};
