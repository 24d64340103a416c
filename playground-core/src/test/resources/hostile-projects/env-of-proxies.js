// Gives workers an env whose parts are read by code: endless, deep, another thing each time.
// expect: ok|exceededCpu|exception|internalError
// engine: any
// cpuMs: 500
const envs = [
  () => new Proxy({}, { ownKeys: () => Array.from({ length: 1e5 }, (_, i) => 'k' + i), getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) }),
  () => { const ring = {}; ring.ring = ring; return ring; },
  () => Array.from({ length: 5000 }).reduce((inner) => ({ inner }), {}),
  () => ({ get grows() { this['k' + Math.random()] = 1; return {}; } }),
  () => ({ big: 'x'.repeat(2e6) }),
  () => ({ map: new Map(Array.from({ length: 1e5 }, (_, i) => [i, i])) }),
  () => ({ get loops() { for (;;); } }),
];
export default {
  async fetch(request, env, ctx) {
    let told = 0;
    for (const make of envs) {
      try {
        const worker = env.LOADER.load({ compatibilityDate: '2026-06-01', mainModule: 'm.js', modules: { 'm.js': 'export default { fetch: (request, env) => new Response(String(Object.keys(env).length)) };' }, env: make() });
        await (await worker.getEntrypoint().fetch('http://x/')).text();
      } catch {}
      told++;
    }
    return new Response('told ' + told);
  },
};
