// Dynamic workers that ask for more than their limits give; each export is a test of its own.
import { RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';

const load = (env, source, more) => env.LOADER.load({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': source }, ...more });
const failure = async (promise) => { try { return await promise } catch (error) { return `${error.name}: ${error.message}` } };
const same = (actual, wanted) => {
  if (JSON.stringify(actual) !== JSON.stringify(wanted)) throw new Error(`${JSON.stringify(actual)} is not ${JSON.stringify(wanted)}`);
};
const tooMany = (limit) => `Too many subrequests by single Worker invocation. Its limit (subRequests) is ${limit}.`;

class Target extends RpcTarget { hello() { return 'hello from the target' } }

export class Outside extends WorkerEntrypoint {
  fetch(request) { return new URL(request.url).pathname === '/moved' ? Response.redirect('http://x/', 302) : new Response('page') }
  hello() { return 'hello' }
  target() { return new Target() }
}

const asks = `
  import { WorkerEntrypoint } from 'cloudflare:workers';
  const tries = async (count, once) => {
    const results = [];
    for (let i = 0; i < count; i++) { try { results.push(await once()) } catch (error) { results.push(error.message) } }
    return results;
  };
  export default class extends WorkerEntrypoint {
    pages(count) { return tries(count, async () => (await fetch('http://x/')).text()) }
    async moved() { return (await fetch('http://x/moved')).text() }
    calls(count) { return tries(count, () => this.env.OUTSIDE.hello()) }
    async targets(count) { const target = await this.env.OUTSIDE.target(); return tries(count, () => target.hello()) }
    async endless() { for (;;) await fetch('http://x/') }
  }
`;

const asking = (env, ctx, limits, options) =>
  load(env, asks, { limits, globalOutbound: ctx.exports.Outside, env: { OUTSIDE: ctx.exports.Outside({}) } }).getEntrypoint(null, options);

export const subrequests = { async test(controller, env, ctx) {
  same(await asking(env, ctx, { subRequests: 2 }).pages(3), ['page', 'page', tooMany(2)]);
  same(await asking(env, ctx, { subRequests: 0 }).pages(1), [tooMany(0)]);
  same(await asking(env, ctx, undefined).pages(20), Array(20).fill('page'));
  same(await failure(asking(env, ctx, { subRequests: 3 }).endless()), `Error: ${tooMany(3)}`);
} };

export const theLowerLimitWins = { async test(controller, env, ctx) {
  same(await asking(env, ctx, { subRequests: 5 }, { limits: { subRequests: 1 } }).pages(2), ['page', tooMany(1)]);
  same(await asking(env, ctx, { subRequests: 1 }, { limits: { subRequests: 5 } }).pages(2), ['page', tooMany(1)]);
  const worker = load(env, asks, { limits: { subRequests: 2 }, globalOutbound: ctx.exports.Outside });
  same(await worker.getEntrypoint(null, { limits: { subRequests: 1 } }).pages(2), ['page', tooMany(1)]);
  same(await worker.getEntrypoint().pages(3), ['page', 'page', tooMany(2)]);
} };

export const whatCounts = { async test(controller, env, ctx) {
  same(await failure(asking(env, ctx, { subRequests: 1 }).moved()), `Error: ${tooMany(1)}`);
  same(await asking(env, ctx, { subRequests: 2 }).moved(), 'page');
  same(await asking(env, ctx, { subRequests: 2 }).calls(3), ['hello', 'hello', tooMany(2)]);
  same(await asking(env, ctx, { subRequests: 1 }).targets(3), Array(3).fill('hello from the target'));
} };

// ---- memory; the limit is 32 MiB ----

const counter = "let calls = 0; export default { fetch() { return new Response(String(++calls)) } }";
const text = async (stub) => (await stub.fetch('http://x/')).text();

async function endsFor(env, body) {
  const neighbour = load(env, counter).getEntrypoint();
  same(await text(neighbour), '1');
  const hog = load(env, `export default { async fetch() { ${body} } }`).getEntrypoint();
  same(await failure(text(hog)), 'Error: Worker exceeded its memory limit of 32 MiB.');
  same(/has ended: Worker exceeded its memory limit/.test(await failure(text(hog))), true);
  same(await text(neighbour), '2');
}

export const memoryInOneTurn = { test: (controller, env) => endsFor(env, 'const kept = []; for (;;) kept.push({ x: 1, y: [1, 2, 3] })') };
export const memoryInManyTurns = { test: (controller, env) =>
  endsFor(env, 'const kept = []; for (;;) { await scheduler.wait(0); for (let i = 0; i < 100; i++) kept.push(new Uint8Array(4096)) }') };

export const garbageIsNoCrime = { async test(controller, env) {
  const source = 'export default { fetch() { let n = 0; for (let i = 0; i < 100; i++) n += new Uint8Array(1 << 20).length; return new Response(String(n)) } }';
  same(await text(load(env, source).getEntrypoint()), String(100 * 2 ** 20));
} };

// The engine has a registry of symbols that all of its isolates share, and keeps what was ever in it.
export const symbolsEndWithTheirIsolate = { async test(controller, env) {
  await endsFor(env, 'for (let i = 0; ; i++) { Symbol.for(i + "-".repeat(20_000)); if (i % 100 === 0) await scheduler.wait(0) }');
  // Is looked at when it has made as much as it may keep, and waits for that.
  const neighbour = "export default { async fetch() { for (let i = 0; i < 60; i++) { new Uint8Array(1 << 20); await scheduler.wait(10) } return new Response('ended') } }";
  same(await text(load(env, neighbour).getEntrypoint()), 'ended');
} };

// ---- tails ----

let heard = 0;
let answered = 0;

// Has each event that it is told of followed by one of a worker that it is the tail of as well.
export class Tail extends WorkerEntrypoint {
  async tail() {
    heard++;
    await text(load(this.env, counter, { tails: [this.ctx.exports.Tail({})] }).getEntrypoint());
    answered++;
  }
}

export const tailsOfTails = { async test(controller, env, ctx) {
  await text(load(env, counter, { tails: [ctx.exports.Tail({})] }).getEntrypoint());
  while (answered < 4) await scheduler.wait(1);
  await scheduler.wait(20);
  same(heard, 4);
} };
