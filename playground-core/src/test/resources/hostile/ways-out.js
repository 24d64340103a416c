// Tries ways to the network and to this machine that are not fetch() of a plain address.
// expect: ok
// says: found: none
export default {
  async fetch(request, env, ctx) {
    const found = [];
    const addresses = ['http://0x7f.1/', 'http://2130706433/', 'http://017700000001/', 'http://[::ffff:7f00:1]/', 'http://[64:ff9b::a9fe:a9fe]/', 'http://①②⑦.⓪.⓪.①/', 'http://localhost./', 'http://a.localhost/', 'http://0/', 'http://169.254.169.254.nip.io/', 'file:///etc/passwd', 'http:\\\\127.0.0.1\\', 'http://user:pass@127.1/', 'ftp://127.0.0.1/', 'jar:file:///etc/passwd!/', 'unix:/run/docker.sock'];
    for (const address of addresses) {
      await fetch(address).then((response) => { if (response.ok) found.push('fetch ' + address); }, () => {});
      try { navigator.sendBeacon(address, 'x'); } catch {}
      try { await caches.default.add(address); found.push('cache ' + address); } catch {}
      try { await import(address); found.push('import ' + address); } catch {}
    }
    for (const address of ['data:text/plain,x', 'blob:null/x']) await fetch(address).then((response) => { if (response.status !== 200) found.push(address); }, () => {});
    return new Response('found: ' + (found.join() || 'none'));
  },
};
