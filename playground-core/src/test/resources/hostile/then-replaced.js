// Listens to every promise of the runtime by a then of its own.
// expect: ok
// says: leaked []
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const leaked = new Set();
    const { then } = Promise.prototype;
    const look = (value) => {
      if (/java|polyglot|host/i.test(Object.prototype.toString.call(value) + typeof value?.getClass)) leaked.add(String(value));
    };
    Promise.prototype.then = function (kept, failed) {
      return Reflect.apply(then, this, [(value) => { look(value); return kept?.(value); }, failed]);
    };
    await env.API.echo([1]).catch(() => {});
    await new Response('text').text();
    await fetch('http://127.0.0.1/').catch(() => {});
    Promise.prototype.then = then;
    return new Response('leaked ' + JSON.stringify([...leaked]));
  },
};
