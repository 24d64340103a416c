// Has a built-in join an array without elements.
// expect: exceededCpu|exceededMemory|exception|ok
// engine: any
export default {
  async fetch(request, env, ctx) {
    return new Response(String(new Array(2 ** 32 - 1).join('').length));
  },
};
