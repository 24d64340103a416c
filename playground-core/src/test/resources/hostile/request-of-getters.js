// Makes requests of objects whose parts never end, or are another thing each time.
// expect: exceededCpu|exceededMemory
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    let turn = 0;
    const odd = { toString() { return turn++ % 2 ? 'GET' : 'CONNECT\r\nx: y'; } };
    for (let i = 0; i < 1000; i++) { try { new Request('http://x/', { method: odd, headers: [[odd, odd]], cf: new Proxy({}, { ownKeys: () => ['a', 'a'] }) }); } catch {} }
    new Request({ toString: () => 'http://x/', headers: {} }, { headers: { [Symbol.iterator]: function* () { for (let n = 0; ; n++) yield ['a' + n, 'x']; } } });
    return new Response('made');
  },
};
