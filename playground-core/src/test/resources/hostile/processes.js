// Starts programs, threads and other contexts by Node.js.
// expect: ok
// says: started []
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const started = [];
    for (const [name, use] of Object.entries({
      'node:child_process': (it) => it.execSync('id'), 'node:worker_threads': (it) => new it.Worker('1', { eval: true }), 'node:cluster': (it) => it.fork(),
      'node:vm': (it) => it.runInNewContext('1'), 'node:v8': (it) => it.writeHeapSnapshot('/tmp/x'), 'node:repl': (it) => it.start(), 'node:dgram': (it) => it.createSocket('udp4').bind(0),
      'node:process': (it) => it.dlopen({}, '/lib/x'), 'node:module': (it) => it.createRequire('/')('/etc/passwd'),
    })) {
      try {
        const module = await import(name);
        const got = use(module.default);
        if (got !== undefined) started.push(name + ' ' + String(got));
      } catch {}
    }
    return new Response('started ' + JSON.stringify(started));
  },
};
