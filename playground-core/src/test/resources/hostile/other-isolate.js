// Looks for what the program before it left behind.
// expect: ok
// says: clean true
export default {
  async fetch(request, env, ctx) {
    const seen = globalThis.left === undefined && Symbol.for('left').description === 'left' && Array.prototype.left === undefined;
    globalThis.left = 1;
    Array.prototype.left = 1;
    return new Response('clean ' + seen);
  },
};
