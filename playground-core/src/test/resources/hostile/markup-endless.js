// Rewrites a page that never ends, and never begins a tag.
// expect: exceededCpu
// cpuMs: 250
export default {
  async fetch(request, env, ctx) {
    const page = new ReadableStream({ pull(controller) { controller.enqueue(new TextEncoder().encode('<p ' + 'a="b" '.repeat(10_000))); } });
    return new Response((await new HTMLRewriter().on('p', { element() {} }).transform(new Response(page)).text()).length);
  },
};
