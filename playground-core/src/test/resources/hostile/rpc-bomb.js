// Calls another worker two hundred times at once.
// expect: exception
// says: Too many subrequests
export default {
  async fetch(request, env, ctx) {
    await Promise.all(Array.from({ length: 200 }, () => env.API.echo(1)));
    return new Response();
  },
};
