// Has a regular expression backtrack.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    return new Response(String(/^(?:(a+)\1?)+$/.test('a'.repeat(60) + 'b')));
  },
};
