// Imports all modules of Node.js, and calls each of their functions with strange arguments.
// expect: ok
// says: strange []
// cpuMs: 8000
export default {
  async fetch(request, env, ctx) {
    const strange = [];
    const { builtinModules } = await import('node:module');
    for (const name of builtinModules) {
      const found = await import('node:' + name.replace('node:', '')).catch(() => undefined);
      for (const [key, value] of Object.entries(found?.default ?? {})) {
        if (typeof value !== 'function' || /exit|abort|kill|wait|Sync$/.test(key)) continue;
        for (const given of [[], [null], [{}], ['x', -1, () => {}], [2 ** 31, 2 ** 53], [Symbol()]]) {
          try { const got = value(...given); got?.catch?.(() => {}); got?.on?.('error', () => {}); } catch (error) {
            if (/java|graal|internal error|NullPointer|ClassCast/i.test(String(error) + error?.stack)) strange.push(name + '.' + key + ': ' + error);
          }
        }
      }
    }
    return new Response('strange ' + JSON.stringify(strange.slice(0, 20)));
  },
};
