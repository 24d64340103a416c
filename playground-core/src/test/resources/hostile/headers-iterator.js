// Makes headers of an iterator that never ends.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    return new Response(null, { headers: new Headers((function* () { for (let i = 0; ; i++) yield ['a' + i, 'b']; })()) });
  },
};
