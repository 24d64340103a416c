// Writes files without end.
// expect: exceededMemory
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const { mkdirSync, writeFileSync } = await import('node:fs');
    for (let i = 0; ; i++) { mkdirSync('/tmp/' + i); writeFileSync('/tmp/' + i + '/file', new Uint8Array(1_000_000)); }
  },
};
