// Parses a URL of ten million characters.
// expect: exceededCpu
// engine: any
export default {
  async fetch(request, env, ctx) {
    return new Response(String(new URL('http://x/' + '%2e/'.repeat(2.5e6)).href.length));
  },
};
