// Has Node's parsers read texts that are made for them.
// expect: ok|exceededCpu|exceededMemory
// cpuMs: 500
export default {
  async fetch(request, env, ctx) {
    const [{ default: query }, { default: path }, { default: url }, util] = await Promise.all([import('node:querystring'), import('node:path'), import('node:url'), import('node:util')]);
    for (const attempt of [
      () => query.parse('a&'.repeat(5e5), '&', '=', { maxKeys: 0 }), () => query.parse('%'.repeat(1e6)), () => path.normalize('a/../'.repeat(2e5)), () => path.relative('/a'.repeat(1e5), '/b'.repeat(1e5)),
      () => url.parse('http://' + '@'.repeat(1e6)), () => url.parse(' '.repeat(1e6) + '#'), () => url.resolve('http://x/', '../'.repeat(1e5)), () => util.parseArgs({ args: Array(1e5).fill('--x'), strict: false }), () => util.stripVTControlCharacters('\u001b['.repeat(5e5)),
      () => util.styleText('red', 'x'.repeat(1e6)), () => new util.MIMEType('text/plain' + ';a="b"'.repeat(1e5)), () => util.deprecate(() => {}, 'x'.repeat(1e6))(),
    ]) { try { attempt(); } catch {} }
    return new Response('parsed');
  },
};
