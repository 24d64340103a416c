// Opens a hundred thousand caches, and fills them.
// expect: exception|exceededCpu|exceededWallTime
// cpuMs: 8000
export default {
  async fetch(request, env, ctx) {
    const kept = new Response(new Uint8Array(1_000_000), { headers: { 'cache-control': 'max-age=1000' } });
    for (let i = 0; i < 1e5; i++) await (await caches.open('cache' + i)).put('http://a/' + i, kept.clone());
  },
};
