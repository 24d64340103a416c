// Gives workers limits that are objects, another number each time, or none at all, and has them loop.
// expect: exceededCpu|ok
// says: none ran on
// cpuMs: 500
let asked = 0;
const limits = [
  { cpuMs: { [Symbol.toPrimitive]: () => asked++ ? 1e12 : 1 } }, { get cpuMs() { return asked++ % 2 ? 1e12 : 5; } }, { cpuMs: Infinity }, { cpuMs: NaN }, { cpuMs: -1 }, { cpuMs: '1e12' }, { cpuMs: 2 ** 53 }, { cpuMs: [1e12] },
  new Proxy({}, { get: () => 1e12 }), { __proto__: { cpuMs: 1e12, subRequests: 1e12 } }, null, { subRequests: { valueOf: () => 1e12 } },
];
export default {
  async fetch(request, env, ctx) {
    const ran = [];
    for (const [i, each] of limits.entries()) {
      try {
        const worker = env.LOADER.load({ compatibilityDate: '2026-06-01', mainModule: 'm.js', modules: { 'm.js': 'export default { fetch() { const end = Date.now() + 30000; while (Date.now() < end); return new Response("ran on"); } };' }, limits: each });
        const answer = await worker.getEntrypoint(undefined, { limits: each }).fetch('http://x/');
        ran.push(i + ' ' + await answer.text());
      } catch {}
    }
    return new Response(ran.join() || 'none ran on');
  },
};
