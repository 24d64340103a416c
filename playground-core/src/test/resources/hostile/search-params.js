// Makes a million query parameters.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    return new Response(String(new URLSearchParams('a=b&'.repeat(1e6)).size));
  },
};
