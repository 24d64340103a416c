import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';
// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const S = (f) => { try { const v = f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
const src = cls(`
  async target() { return new Target(); }
  async fn() { return (x) => x + 1; }
  async short(cb) { kept = cb; keptDup = cb.dup(); return 'returned'; }
  async callKept() { try { return await kept(1); } catch (e) { return 'E ' + e.message; } }
  async callDup() { try { return await keptDup(1); } catch (e) { return 'E ' + e.message; } }
  async waits(cb) { this.ctx.waitUntil((async () => { await scheduler.wait(30); try { seen = await cb(2); } catch (e) { seen = 'E ' + e.message; } })()); return 'returned'; }
  async waitsDup(cb) { const d = cb.dup(); this.ctx.waitUntil((async () => { await scheduler.wait(30); try { seen = await d(2); } catch (e) { seen = 'E ' + e.message; } d[Symbol.dispose](); })()); return 'returned'; }
  async seen() { return seen; }
  async kill() { const { ctx } = this; return { die: () => ctx.abort(new Error('died')), live: () => 'alive' }; }
`, " let kept, keptDup, seen = null; class Target extends RpcTarget { hi() { return 'hi' } nested() { return new Target() } get prop() { return 'prop' } }");
export default { async fetch(req, env, ctx) {
  const out = {}; const e = env.LOADER.load(mk(src)).getEntrypoint();
  const t = await e.target(); const n = await t.nested(); const f = await e.fn();
  out.before = [await t.hi(), await n.hi(), await f(1), await t.prop];
  t[Symbol.dispose](); out.t = await T(() => t.hi()); out.prop = await T(() => t.prop); out.n = await T(() => n.hi()); n[Symbol.dispose](); out.n2 = await T(() => n.hi());
  out.short = await T(() => e.short((x) => x + 10)); out.kept = await T(() => e.callKept()); out.dup = await T(() => e.callDup());
  out.waits = await T(() => e.waits((x) => x + 20)); await scheduler.wait(80); out.seen1 = await e.seen();
  out.waitsDup = await T(() => e.waitsDup((x) => x + 30)); await scheduler.wait(80); out.seen2 = await e.seen();
  const k = await e.kill(); out.live = await T(() => k.live()); const pending = T(() => k.die()); const behind = T(() => k.live()); out.die = await pending; out.behind = await behind; out.after = await T(() => k.live());
  const k2 = e.kill(); out.piped = await T(() => k2.live()); out.pipedDie = await T(() => k2.die());
  return J(out);
} };
