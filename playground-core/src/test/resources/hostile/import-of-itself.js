// Waits for itself at the top of its module.
// expect: notStarted
// says: Top-level await
await import('program.js');
export default {
  async fetch(request, env, ctx) {
    return new Response();
  },
};
