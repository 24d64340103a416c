// Rewrites by selectors that nest and list without end.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const rewriter = new HTMLRewriter();
    for (const selector of ['a '.repeat(50_000), 'a,'.repeat(50_000) + 'a', ':not('.repeat(10_000) + 'a' + ')'.repeat(10_000), '[a="' + 'x'.repeat(1e6) + '"]', 'a > '.repeat(20_000) + 'a']) {
      try { rewriter.on(selector, { element() {} }); } catch {}
    }
    for (let i = 0; i < 10_000; i++) rewriter.on('p', { element() {} });
    return new Response(await rewriter.transform(new Response('<p>'.repeat(1000))).text());
  },
};
