// Writes at the far end of a file, and truncates one to a terabyte.
// expect: ok
// says: held 4 1
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const fs = await import('node:fs');
    let held = 0;
    fs.writeFileSync('/tmp/file', 'x');
    const fd = fs.openSync('/tmp/file', 'r+');
    for (const grow of [() => fs.writeSync(fd, 'x', 2 ** 40), () => fs.ftruncateSync(fd, 2 ** 40), () => fs.truncateSync('/tmp/file', 2 ** 31), () => fs.writeSync(fd, 'x', 2 ** 31 - 2)]) {
      try { grow(); } catch { held++; }
    }
    return new Response('held ' + held + ' ' + fs.statSync('/tmp/file').size);
  },
};
