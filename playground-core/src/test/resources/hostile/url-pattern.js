// Has a URL pattern backtrack.
// expect: ok
export default {
  async fetch(request, env, ctx) {
    return new Response(String(new URLPattern({ pathname: '/(a+)+b' }).test('http://x/' + 'a'.repeat(60))));
  },
};
