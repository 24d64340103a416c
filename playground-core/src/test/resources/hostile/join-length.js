// Has a built-in join an array without elements.
// expect: ok
export default {
  async fetch(request, env, ctx) {
    return new Response(String(new Array(2 ** 32 - 1).join('').length));
  },
};
