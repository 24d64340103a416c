// Searches, turns and moves within what says it is as long as anything can be.
// expect: exceededCpu
// engine: any
export default {
  async fetch(request, env, ctx) {
    const long = { length: 2 ** 53 - 1 };
    const kind = Math.floor(Date.now() / 7) % 4;
    return new Response(String([() => Array.prototype.lastIndexOf.call(long, 1), () => Array.prototype.includes.call(long, 1), () => Array.prototype.copyWithin.call(long, 0, 1), () => Array.prototype.reverse.call(long)][kind]()));
  },
};
