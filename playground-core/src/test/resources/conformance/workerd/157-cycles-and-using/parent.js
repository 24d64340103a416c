import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';
// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const S = (f) => { try { const v = f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
const log = [];
class Owner extends RpcTarget { constructor(name) { super(); this.name_ = name; } who() { return this.name_; } [Symbol.dispose]() { log.push('disposed ' + this.name_); } }
const src = cls(`
  async keep(stub) { kept = stub.dup(); return await kept.who(); }
  async drop() { kept?.[Symbol.dispose](); kept = null; return 'dropped'; }
  async cycle(stub) { const me = new (class extends RpcTarget { async back() { return 'back ' + await stub.who(); } async other(s) { return await s.who(); } })(); return me; }
  async echo(x) { return x; }
  async using_() { using r = { [Symbol.dispose]() { events.push('child using') } }; events.push('in'); return events; }
  async deep(n, f) { return n === 0 ? 'end' : await f(n - 1); }
  events() { return events; }
`, ' let kept = null; const events = [];');
export default { async fetch(req, env, ctx) {
  const out = {}; const e = env.LOADER.load(mk(src)).getEntrypoint();
  { const o = new Owner('a'); out.keep = await T(() => e.keep(o)); await scheduler.wait(10); log.push('after keep'); out.drop = await T(() => e.drop()); await scheduler.wait(10); log.push('after drop'); }
  { using o = await e.cycle(new Owner('b')); out.back = await T(() => o.back()); out.self = await T(() => o.other(new Owner('c'))); }
  await scheduler.wait(10); log.push('after cycle');
  { const o = new Owner('d'); const s = await e.echo(o); out.same = s === o; out.who = await T(() => s.who()); const s2 = s.dup(); s[Symbol.dispose](); out.afterDispose = await T(() => s.who()); out.dup = await T(() => s2.who()); s2[Symbol.dispose](); out.dupAfter = await T(() => s2.who()); }
  await scheduler.wait(10); log.push('after echo');
  { const r = await e.echo({ x: new Owner('e'), list: [new Owner('f')] }); out.types = [typeof r.x, typeof r.list[0], typeof r[Symbol.dispose]]; r[Symbol.dispose](); out.afterAll = await T(() => r.x.who()); }
  await scheduler.wait(10); log.push('after object');
  let depth = 0; const step = async (n) => { depth++; return await e.deep(n, step); }; out.deep = await T(() => e.deep(20, step)); out.depth = depth;
  out.using = await T(() => e.using_()); out.events = await T(() => e.events());
  { await using x = { async [Symbol.asyncDispose]() { log.push('async disposed'); } }; log.push('in await using'); }
  { using p = e.cycle(new Owner('g')); out.pipelined = await T(() => p.back()); }
  await scheduler.wait(10); out.log = log; return J(out);
} };
