// Writes JSON of a list whose parts are shared, which doubles at each level.
// expect: exceededCpu
// engine: any
// because: one call of the engine's own, which can't be interrupted, is at work when the limit is reached
export default {
  async fetch(request, env, ctx) {
    let list = ['x'.repeat(100)];
    for (let i = 0; i < 40; i++) list = [list, list];
    return Response.json(list);
  },
};
