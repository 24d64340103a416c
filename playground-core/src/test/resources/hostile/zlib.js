// Unpacks, all at once, what becomes sixty times as large, and packs what never ends.
// expect: exceededMemory
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const zlib = await import('node:zlib');
    let bomb = zlib.gzipSync(new Uint8Array(16_000_000));
    const kept = [];
    for (;;) kept.push(zlib.gunzipSync(bomb, { maxOutputLength: 2 ** 40 }));
  },
};
