// Logs a list that is a hundred thousand levels deep.
// expect: ok
export default {
  async fetch(request, env, ctx) {
    let list = [];
    for (let i = 0; i < 1e5; i++) list = [list];
    console.log(list);
    return new Response('logged');
  },
};
