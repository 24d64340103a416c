// Makes tables and memories of WebAssembly of the largest size, many times.
// expect: exceededMemory
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    const kept = [];
    for (const make of [() => new WebAssembly.Memory({ initial: 65536 }), () => new WebAssembly.Table({ initial: 10_000_000, element: 'anyfunc' }), () => new WebAssembly.Table({ initial: 2 ** 32 - 1, element: 'externref' })]) {
      for (let i = 0; i < 20; i++) try { kept.push(make()); } catch {}
    }
    return new Response('kept ' + kept.length);
  },
};
