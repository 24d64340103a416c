// Flattens, drops and collects iterators that never end.
// expect: exceededCpu|exceededMemory
export default {
  async fetch(request, env, ctx) {
    const endless = { next: () => ({ done: false, value: 1 }), __proto__: Iterator.prototype };
    let deep = endless;
    for (let i = 0; i < 2000; i++) deep = deep.map((x) => x);
    try { deep.next(); } catch {}
    return new Response(String(Iterator.from(endless).drop(1e15).flatMap((x) => [x, x]).filter(() => false).toArray().length));
  },
};
