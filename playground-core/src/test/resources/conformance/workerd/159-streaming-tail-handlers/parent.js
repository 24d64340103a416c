import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';
// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const S = (f) => { try { const v = f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
const seen = { fn: [], obj: [], none: [], throws: [], late: [] };
const short = (e) => { const v = JSON.parse(JSON.stringify(e.event, (k, x) => /timestamp/i.test(k) ? 'TS' : /^(traceId|spanId|parentSpanId|invocationId)$/.test(k) ? 'ID' : /cpuTime|wallTime/.test(k) ? 'MS' : k === 'stack' ? 'STACK' : x)); return v; };
export class Fn extends WorkerEntrypoint { tailStream(onset) { seen.fn.push(short(onset)); return (e) => { seen.fn.push(short(e)); }; } }
export class Obj extends WorkerEntrypoint { tailStream(onset) { return { log: (e) => { seen.obj.push('log ' + e.event.message); }, outcome: (e) => { seen.obj.push('outcome ' + e.event.outcome); }, exception(e) { seen.obj.push('exception ' + e.event.message); } }; } }
export class None extends WorkerEntrypoint { tailStream(onset) { seen.none.push(onset.event.type); } }
export class Throws extends WorkerEntrypoint { tailStream(onset) { seen.throws.push(onset.event.type); throw new Error('no'); } }
export class ThrowsLater extends WorkerEntrypoint { tailStream(onset) { return (e) => { seen.late.push(e.event.type); throw new Error('no'); }; } }
export class Missing extends WorkerEntrypoint { }
const src = cls(`
  fetch(r) { const p = new URL(r.url).pathname;
    if (p === '/levels') { console.debug('d'); console.info('i'); console.warn('w'); console.error('e', new Error('logged')); return new Response('x', { status: 404 }); }
    if (p === '/late') { this.ctx.waitUntil((async () => { await scheduler.wait(5); console.log('late'); })()); return new Response('x'); }
    if (p === '/lateThrow') { this.ctx.waitUntil((async () => { await scheduler.wait(5); throw new Error('late throw'); })()); return new Response('x'); }
    return new Response('x'); }
  ok() { console.log('in ok'); return 1; }
  fails() { throw new RangeError('rpc fails'); }
`) + " export const named = { fetch() { return new Response('named'); } };";
const settle = async (list) => { for (let i = 0; i < 100 && !JSON.stringify(list).includes('outcome'); i++) await scheduler.wait(5); };
export default { async fetch(req, env, ctx) {
  const out = {}; const load = (...tails) => env.LOADER.load(mk(src, { allowExperimental: true, streamingTails: tails.map((t) => ctx.exports[t]({})) }));
  const run = async (key, f) => { for (const l of Object.values(seen)) l.length = 0; out[key + ' result'] = await T(f); await settle(seen.fn); out[key] = [...seen.fn]; };
  const w = load('Fn'); const e = w.getEntrypoint();
  for (const p of ['levels', 'late', 'lateThrow']) await run(p, async () => (await e.fetch('http://x/' + p, { headers: { 'x-a': '1', authorization: 'secret' } })).text());
  await run('ok', () => e.ok()); await run('fails', () => e.fails()); await run('missing', () => e.nope());
  await run('named', async () => (await w.getEntrypoint('named').fetch('http://x/', { method: 'POST', body: 'b' })).text());
  await run('many', async () => (await load('Fn', 'Obj', 'None', 'Throws', 'ThrowsLater', 'Missing').getEntrypoint().fetch('http://x/levels')).text());
  await scheduler.wait(30); out.obj = [...seen.obj]; out.none = [...seen.none]; out.throws = [...seen.throws]; out.lateTypes = [...seen.late];
  return J(out);
} };
