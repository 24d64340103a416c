// Rewrites markup that is a hundred thousand levels deep.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const page = new Response('<div>'.repeat(1e5));
    return new Response(String((await new HTMLRewriter().on('div div div div', { element() {} }).transform(page).text()).length));
  },
};
