// Rewrites a page so that each tag becomes a megabyte.
// expect: exceededMemory
// mode: pass
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const rewriter = new HTMLRewriter().on('p', { element(element) { for (let i = 0; i < 100; i++) element.after('<p>'.repeat(10_000), { html: true }); } });
    return rewriter.transform(new Response('<p>'.repeat(10_000)));
  },
};
