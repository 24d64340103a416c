// Calls itself by a service binding, without end.
// expect: exception
// says: Too many
export default {
  async fetch(request, env, ctx) {
    return env.SELF.fetch('http://x/' + 'y'.repeat(new URL(request.url).pathname.length));
  },
};
