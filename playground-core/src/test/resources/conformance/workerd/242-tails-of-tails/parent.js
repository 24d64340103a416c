// What tails are told of: an event that threw, one that a tail's own worker had, a tail without a handler, one that throws, the same one twice.
import { WorkerEntrypoint } from 'cloudflare:workers';
const box = [];
const told = (who, events) => box.push([who, events.map((e) => ({ outcome: e.outcome, event: Object.keys(e.event), response: String(e.event.response?.status), logs: e.logs.map((l) => l.message), exceptions: e.exceptions.map((x) => x.name + ': ' + x.message) }))]);
const load = (env, throws, tails) =>
  env.LOADER.load({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': `export default { fetch() { console.log('hello'); ${throws ? "throw new Error('boom');" : "return new Response('x');"} } };` }, tails });
export class Sink extends WorkerEntrypoint {
  tail(events) {
    told(this.ctx.props.name, events);
    if (this.ctx.props.throws) throw new Error('a tail throws');
  }
}
export class Plain extends WorkerEntrypoint {}
// Has a worker of its own, which has a tail.
export class Breeds extends WorkerEntrypoint {
  async tail(events) {
    told('breeds', events);
    const inner = load(this.env, this.ctx.props.throws, [this.ctx.exports.Sink({ props: { name: 'inner' } })]);
    await inner.getEntrypoint().fetch('http://x/').then((response) => response.text(), () => {});
  }
}
export default {
  async fetch(request, env, ctx) {
    const out = {};
    const sink = (name, throws) => ctx.exports.Sink({ props: { name, throws } });
    const one = sink('one');
    const cases = {
      fine: [false, [sink('a'), sink('b')]],
      boom: [true, [sink('a'), sink('b')]],
      throws: [false, [sink('a', true), sink('b')]],
      plain: [true, [ctx.exports.Plain({ props: {} }), sink('b')]],
      breeds: [false, [ctx.exports.Breeds({ props: {} })]],
      breedsBoom: [true, [ctx.exports.Breeds({ props: { throws: true } })]],
      twice: [false, [one, one]],
      none: [false, []],
    };
    for (const [name, [throws, tails]] of Object.entries(cases)) {
      box.length = 0;
      const answer = await load(env, throws, tails).getEntrypoint().fetch('http://x/').then((response) => response.text(), String);
      for (let i = 0; i < 50 && box.length < (name.startsWith('breeds') || name === 'fine' ? 2 : 1); i++) await scheduler.wait(10);
      await scheduler.wait(30);
      out[name] = { answer, told: box.slice() };
    }
    try {
      load(env, false, [load(env, false, []).getEntrypoint()]);
      out.dynamic = 'loaded';
    } catch (error) {
      out.dynamic = error.name + ': ' + error.message;
    }
    return Response.json(out);
  },
};
