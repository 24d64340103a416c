// Waits at the top of its module for what never comes.
// expect: notStarted
// says: Top-level await
await new Promise(() => {});
export default {
  async fetch(request, env, ctx) {
    return new Response('never');
  },
};
