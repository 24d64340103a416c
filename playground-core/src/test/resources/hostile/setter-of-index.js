// Listens for whatever the runtime puts into an array.
// expect: ok
// says: leaked []
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const leaked = new Set();
    const look = (value) => {
      if (/java|polyglot|host/i.test(Object.prototype.toString.call(value) + typeof value?.getClass + typeof value?.constructor)) leaked.add(String(value));
    };
    for (const index of [0, 1, 2]) Object.defineProperty(Array.prototype, index, { set: look, get() { return undefined; }, configurable: true });
    try {
    new Headers({ a: 'b', c: 'd' }).get('a');
    new URL('http://a/b?c=d').searchParams.getAll('c');
    console.log('line', { a: 1 });
    await fetch('http://127.0.0.1/').catch(() => {});
    await env.API.echo({ a: new Map([[1, 2]]) });
    await new Response('text').text();
    structuredClone({ a: new Set([1]) });
    } catch {}
    for (const index of [0, 1, 2]) delete Array.prototype[index];
    return new Response('leaked ' + JSON.stringify([...leaked]));
  },
};
