// Has built-ins go over an array of nine thousand million million elements.
// expect: exceededCpu
// engine: any
// because: a built-in of the engine may not look whether it was told to end
export default {
  async fetch(request, env, ctx) {
    const long = { length: Number.MAX_SAFE_INTEGER };
    for (const method of ['includes', 'indexOf', 'lastIndexOf', 'reverse', 'copyWithin', 'findLast', 'every']) {
      try { Array.prototype[method].call(long, 1, 2, 3); } catch {}
    }
  },
};
