// Answers with JSON that takes for ever to write.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    return Response.json({ toJSON() { for (;;) {} } });
  },
};
