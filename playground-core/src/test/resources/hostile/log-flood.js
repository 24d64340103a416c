// Writes three thousand lines to the console.
// expect: ok
// logs: 100
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; i < 3_000; i++) console.log('line', i);
    return new Response('written');
  },
};
