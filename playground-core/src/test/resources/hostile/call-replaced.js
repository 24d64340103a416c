// Listens to call, apply and bind of all functions.
// expect: ok
// says: leaked []
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const leaked = new Set();
    const { apply } = Reflect;
    const { toString } = Object.prototype;
    const originals = ['call', 'apply', 'bind'].map((name) => [name, Function.prototype[name]]);
    const seen = [];
    const look = (value) => { seen[seen.length] = value; };
    for (const [name, original] of originals) {
      Function.prototype[name] = function (...given) {
        look(this);
        given.forEach(look);
        return apply(original, this, given);
      };
    }
    Reflect.apply = (fn, self, given) => { look(fn); look(self); return apply(fn, self, given); };
    await env.API.echo({ a: 1 });
    await new Response(new Blob(['a']).stream()).text();
    await fetch('http://127.0.0.1/').catch(() => {});
    for (const [name, original] of originals) Function.prototype[name] = original;
    for (const value of seen) if (/java|polyglot|host/i.test(apply(toString, value, []) + typeof value?.getClass)) leaked.add(String(value));
    return new Response('leaked ' + JSON.stringify([...leaked]));
  },
};
