// Looks for a way out by every client of Node.js.
// expect: ok
// says: reached []
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const reached = [];
    const net = await import('node:net'), http = await import('node:http'), https = await import('node:https'), tls = await import('node:tls'), dns = await import('node:dns');
    const settle = (name, start) => new Promise((resolve) => {
      try {
        const it = start((error) => { if (!error || error.constructor?.name === 'IncomingMessage') reached.push(name); resolve(); });
        it?.on?.('error', () => resolve());
        it?.on?.('connect', () => { reached.push(name); resolve(); });
      } catch { resolve(); }
      setTimeout(resolve, 500);
    });
    await settle('net', () => net.connect(22, '127.0.0.1'));
    await settle('tls', () => tls.connect(443, '169.254.169.254'));
    await settle('http', (done) => http.get('http://169.254.169.254/', done));
    await settle('https', (done) => https.get('https://localhost/', done));
    await settle('dns', (done) => dns.lookup('localhost.example.com', (error) => done(error ?? undefined)));
    return new Response('reached ' + JSON.stringify(reached));
  },
};
