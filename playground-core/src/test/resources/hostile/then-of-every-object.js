// Makes a thenable of every object, which never lets go.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    Object.prototype.then = function (resolve) { for (;;); };
    return new Response(await env.API.echo({}));
  },
};
