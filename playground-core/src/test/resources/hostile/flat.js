// Flattens an array that holds itself.
// expect: exception
// says: RangeError
// cpuMs: 1000
export default {
  async fetch(request, env, ctx) {
    const ring = [];
    ring.push(ring, ring);
    ring.flat(Infinity);
  },
};
