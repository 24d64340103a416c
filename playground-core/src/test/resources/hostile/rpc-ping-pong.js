// Lets another worker call it back, which calls it back, without end.
// expect: exception
export default {
  async fetch(request, env, ctx) {
    const back = () => env.API.call(back);
    await back();
    return new Response();
  },
};
