// Makes links in a ring and folders without end.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const fs = await import('node:fs');
    try { fs.symlinkSync('/tmp/b', '/tmp/a'); fs.symlinkSync('/tmp/a', '/tmp/b'); fs.readFileSync('/tmp/a'); } catch {}
    let path = '/tmp';
    for (let i = 0; i < 1e4; i++) fs.mkdirSync(path += '/d');
    fs.readdirSync('/tmp', { recursive: true });
    fs.rmSync('/tmp/d', { recursive: true });
    return new Response('made');
  },
};
