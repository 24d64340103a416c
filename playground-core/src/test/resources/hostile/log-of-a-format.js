// Writes a line with ten thousand directives.
// expect: exceededCpu
// cpuMs: 250
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; i < 20; i++) console.log('%o%s%d%j'.repeat(2500), ...Array(10_000).fill({ a: { b: [1] } }));
    console.table(Array.from({ length: 100_000 }, (_, i) => ({ ['k' + (i % 1000)]: i })));
    return new Response('written');
  },
};
