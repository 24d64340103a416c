// Has an assertion word the difference of two large values.
// expect: ok|exceededCpu|exceededMemory
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    const assert = await import('node:assert');
    for (const [a, b] of [[Array.from({ length: 3e3 }, (_, i) => i), Array.from({ length: 3e3 }, (_, i) => i * 2)], ['a\n'.repeat(1e4), 'b\n'.repeat(1e4)], [{ a: 'x'.repeat(1e5) }, { a: 'y'.repeat(1e5) }]]) {
      try { assert.deepStrictEqual(a, b); } catch (error) { if (error.message.length > 1e7) return new Response('large'); }
    }
    return new Response('worded');
  },
};
