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
  async plain() { this.ctx.abort(); await scheduler.wait(50); return 'after'; }
  async text() { this.ctx.abort('why'); return 'after'; }
  async nothing() { this.ctx.abort(undefined); return 'after'; }
  async nul() { this.ctx.abort(null); return 'after'; }
  async error() { this.ctx.abort(new RangeError('range')); return 'after'; }
  async custom() { class My extends Error { name = 'My' } const e = new My('mine'); e.code = 5; this.ctx.abort(e); }
  async object() { this.ctx.abort({ a: 1 }); }
  async twice() { try { this.ctx.abort(new Error('first')); } finally { count++; } }
  async late() { this.ctx.waitUntil((async () => { await scheduler.wait(10); this.ctx.abort(new Error('late')); })()); return 'early'; }
  async caught() { try { this.ctx.abort(new Error('caught?')); } catch (e) { caught = e.message; return 'caught'; } }
  async inTimer() { setTimeout(() => this.ctx.abort(new Error('timer')), 5); await scheduler.wait(500); return 'no'; }
  async target() { const { ctx } = this; return new (class extends RpcTarget { hi() { return 'hi'; } kill() { ctx.abort(new Error('from target')); } })(); }
  async state() { return { count, caught }; }
  async fetch(r) { const p = new URL(r.url).pathname; if (p === '/abort') { this.ctx.abort(new TypeError('in fetch')); return new Response('no'); }
    if (p === '/stream') { const { ctx } = this; let n = 0; return new Response(new ReadableStream({ async pull(c) { if (++n === 3) { ctx.abort(new Error('mid stream')); return; } c.enqueue(new TextEncoder().encode('x' + n)); await scheduler.wait(5); } })); }
    return new Response('ok'); }
`, ' let count = 0, caught = null;');
export default { async fetch(req, env, ctx) {
  const e = env.LOADER.load(mk(src)).getEntrypoint(); const out = {};
  for (const m of ['plain', 'text', 'nothing', 'nul', 'error', 'custom', 'object', 'twice', 'late', 'caught', 'inTimer']) out[m] = await T(() => e[m]());
  const t = await e.target(); out.hi = await T(() => t.hi()); const other = t.hi(); out.kill = await T(() => t.kill()); out.other = await T(() => other); out.afterKill = await T(() => t.hi());
  await scheduler.wait(30);
  out.fetchAbort = await T(async () => (await e.fetch('http://x/abort')).text());
  out.stream = await T(async () => (await e.fetch('http://x/stream')).text());
  out.state = await T(() => e.state()); out.fine = await T(async () => (await e.fetch('http://x/')).text());
  return J(out);
} };
