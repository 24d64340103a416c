// Makes functions of strings, by all constructors it can reach.
// expect: ok
// says: made []
export default {
  async fetch(request, env, ctx) {
    const made = [];
    const samples = [() => 0, async () => 0, function* () {}, async function* () {}, class {}, fetch, Response, env.API.echo, Promise.resolve().then];
    for (const sample of samples) {
      try {
        sample.constructor('return globalThis')();
        made.push(String(sample.constructor.name));
      } catch {}
    }
    for (const run of [() => eval('1'), () => (0, eval)('1'), () => Reflect.construct(Function, ['return 1'])(), () => new (Object.getPrototypeOf(Function))('return 1'), () => setTimeout('1')]) {
      try {
        if (run() === 1) made.push(String(run));
      } catch {}
    }
    return new Response('made [' + made + ']');
  },
};
