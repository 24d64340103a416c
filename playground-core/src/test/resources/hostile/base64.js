// Decodes twenty million characters of base64.
// expect: exceededCpu
// engine: any
export default {
  async fetch(request, env, ctx) {
    return new Response(String(atob('QUJD'.repeat(2e6)).length));
  },
};
