import { WorkerEntrypoint } from 'cloudflare:workers';
let got = null;
export class Tail extends WorkerEntrypoint { async tail(events) { const e = events[0]; got = { keys: Object.keys(e), json: Object.keys(JSON.parse(JSON.stringify(e))), inVersion: 'scriptVersion' in e, proto: Object.getOwnPropertyNames(Object.getPrototypeOf(e)).sort(), ctor: e.constructor.name, tag: String(e), ev: Object.keys(e.event), evp: Object.getOwnPropertyNames(Object.getPrototypeOf(e.event)).sort(), req: Object.keys(e.event.request), reqp: Object.getOwnPropertyNames(Object.getPrototypeOf(e.event.request)).sort(), res: Object.keys(e.event.response), log: Object.keys(e.logs[0]), logp: Object.getOwnPropertyNames(Object.getPrototypeOf(e.logs[0])).sort(), types: Object.fromEntries(Object.keys(e).map(k=>[k, typeof e[k]])) }; } }
export default { async fetch(req, env, ctx) {
  const w = env.LOADER.load({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': "export default { fetch() { console.log('a'); return new Response('x'); } }" }, tails: [ctx.exports.Tail({props: {}})] });
  await (await w.getEntrypoint().fetch('http://x/')).text();
  for (let i = 0; i < 50 && got === null; i++) await scheduler.wait(10);
  return Response.json(got);
} };
