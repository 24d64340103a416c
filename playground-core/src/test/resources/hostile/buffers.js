// Searches, joins and fills buffers by lengths that they have not.
// expect: exceededCpu|exceededMemory
// cpuMs: 300
export default {
  async fetch(request, env, ctx) {
    const { Buffer } = await import('node:buffer');
    for (const attempt of [() => Buffer.alloc(2 ** 31), () => Buffer.concat([Buffer.from('x')], 2 ** 40), () => Buffer.from({ length: 2 ** 53 - 1 }), () => Buffer.allocUnsafe(2 ** 30).fill('xyz'), () => Buffer.from('00'.repeat(2 ** 27), 'hex')]) { try { attempt(); } catch {} }
    const hay = Buffer.alloc(4e6, 'a');
    const needle = Buffer.alloc(1e6, 'a');
    needle[0] = 98;
    for (;;) hay.indexOf(needle);
  },
};
