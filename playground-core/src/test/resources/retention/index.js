// Dynamic workers that come and go: one export for each way in which they can be used up.
import { DurableObject, WorkerEntrypoint } from 'cloudflare:workers';

const child = `
  import { RpcTarget, WorkerEntrypoint, DurableObject } from 'cloudflare:workers';
  let calls = 0;
  class Counter extends RpcTarget { add(n) { return (calls += n) } nested() { return new Counter() } }
  export default class extends WorkerEntrypoint {
    fetch() { setTimeout(() => {}, 1e9); return new Response(String(++calls)) }
    counter() { return new Counter() }
    async callsBack(callback) { return await callback(++calls) }
    streams() { return new ReadableStream({ pull(c) { c.enqueue(new Uint8Array(8)) } }) }
  }
  export class Facet extends DurableObject { count() { return ++calls } }
`;
const code = () => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': child }, env: { A: 1 } });
const text = async (worker) => (await worker.getEntrypoint().fetch('http://x/')).text();
const check = (actual, wanted) => { if (actual !== wanted) throw new Error(`${actual} is not ${wanted}`) };

async function useUp(worker) {
  check(await text(worker), '1');
  const entrypoint = worker.getEntrypoint(undefined, { props: { a: 1 } });
  using counter = await entrypoint.counter();
  check(await counter.add(2), 3);
  using nested = await counter.nested();
  check(await nested.add(1), 4);
  check(await entrypoint.callsBack((n) => n * 10), 50);
  const stream = await entrypoint.streams();
  await stream.cancel();
}

export class One extends WorkerEntrypoint {
  unnamed() { return useUp(this.env.LOADER.load(code())) }
  named(name) { return text(this.env.LOADER.get(name, code)) }
  failing(name) { return this.env.LOADER.get(name, () => { throw new Error('no code') }).getEntrypoint().x().catch((e) => e.message) }
}

const loads = (request) => Number(new URL(request.url).searchParams.get('n'));

export default {
  async fetch(request, env, ctx) {
    const n = loads(request);
    switch (new URL(request.url).pathname) {
      case '/unnamed':
        for (let i = 0; i < n; i++) await ctx.exports.One.unnamed();
        break;
      case '/at-once':
        for (let i = 0; i < n; i += 10) await Promise.all(Array.from({ length: 10 }, () => ctx.exports.One.unnamed()));
        break;
      case '/never-used':
        for (let i = 0; i < n; i++) env.LOADER.load(code()).getEntrypoint();
        break;
      case '/named':
        for (let i = 0; i < n; i++) await ctx.exports.One.named(`n${i}`);
        check(await ctx.exports.One.named(`n${n - 1}`), '2');
        check(await ctx.exports.One.named('n0'), '1');
        break;
      case '/failing':
        for (let i = 0; i < n; i++) check(await ctx.exports.One.failing(`f${i}`), 'no code');
        break;
      case '/forgotten':
        return new Response(await ctx.exports.One.named('kept'));
      case '/held': {
        const mine = env.LOADER.load(code());
        check(await text(mine), '1');
        for (let i = 0; i < n; i++) await ctx.exports.One.unnamed();
        check(await text(mine), '2');
        break;
      }
      case '/object':
        return new Response(await env.KEEPER.getByName('a').load());
      case '/facet':
        return new Response(await env.KEEPER.getByName('b').facet());
    }
    return new Response('ok');
  },
};

// An object outlives its events, and what it loaded may be reached from any of them.
export class Keeper extends DurableObject {
  async load() {
    return await text(this.env.LOADER.load(code()));
  }
  async facet() {
    const worker = this.env.LOADER.load(code());
    return String(await this.ctx.facets.get('f', () => ({ class: worker.getDurableObjectClass('Facet') })).count());
  }
}
