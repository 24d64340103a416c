// Never ends evaluating its module.
// expect: notStarted
// says: start exceeded its CPU time limit
for (;;) {}
export default {
  async fetch(request, env, ctx) {
    return new Response('never');
  },
};
