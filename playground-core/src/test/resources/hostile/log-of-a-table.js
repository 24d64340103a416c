// Shows a table of a hundred thousand rows with as many columns.
// logs: 10
// expect: ok|exceededCpu|exceededMemory
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    console.table(Array.from({ length: 1e5 }, (_, i) => ({ ['c' + i]: 'x' })));
    console.table(new Proxy([], { get: (t, key) => key === 'length' ? 2 ** 53 - 1 : { a: 1 } }));
    console.table(new Map(Array.from({ length: 1e5 }, (_, i) => [i, [i]])), Array.from({ length: 1e5 }, (_, i) => 'c' + i));
    return new Response('shown');
  },
};
