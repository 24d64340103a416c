// Sends a list that is a hundred thousand levels deep to another worker.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    let list = [];
    for (let i = 0; i < 1e5; i++) list = [list];
    return Response.json(await env.API.echo(list));
  },
};
