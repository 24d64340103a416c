// Has a value cloned whose getter loops.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    return Response.json(structuredClone({ get x() { for (;;) {} } }));
  },
};
