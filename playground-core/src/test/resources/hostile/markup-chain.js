// Rewrites a page ten thousand times, each time what the time before gave.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    let response = new Response('<p>text</p>');
    for (let i = 0; i < 10_000; i++) response = new HTMLRewriter().on('p', { element(element) { element.append('x'); } }).transform(response);
    return new Response(String((await response.text()).length));
  },
};
