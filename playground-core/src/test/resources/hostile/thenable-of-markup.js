// Has a handler of HTMLRewriter answer with a thenable that loops.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const rewriter = new HTMLRewriter().on('p', { element: () => ({ then() { for (;;); } }) });
    return rewriter.transform(new Response('<p>text</p>'));
  },
};
