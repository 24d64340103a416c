import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';
// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const S = (f) => { try { const v = f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
const seen = [];
export class Tail extends WorkerEntrypoint { tail(events) { for (const l of JSON.parse(JSON.stringify(events[0].logs))) seen.push({ message: l.message, errorInfo: l.errorInfo?.map((e) => e && { name: e.name, message: e.message, stack: typeof e.stack }) }); } }
const src = cls("fetch(r) { class My extends Error { name = 'My' } const a = new Error('a'), b = new TypeError('b'); console.log(a, 'x'); console.log('x', a, 'y', b, 'z'); console.log(a, b); console.log({ a }); console.log([a]); console.log(new My('mine'), 1); console.log(Object.assign(new Error('c'), { stack: 'own stack' })); console.log(new DOMException('d', 'AbortError')); console.log('none'); return new Response('x') }");
export default { async fetch(req, env, ctx) {
  await (await env.LOADER.load(mk(src, { tails: [ctx.exports.Tail({})] })).getEntrypoint().fetch('http://x/')).text();
  for (let i = 0; i < 100 && seen.length === 0; i++) await scheduler.wait(5);
  return J(seen);
} };
