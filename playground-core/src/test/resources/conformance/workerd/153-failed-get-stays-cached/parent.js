// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const S = (f) => { try { const v = f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
let calls = 0; const good = () => mk("let n = 0; export default { fetch() { return new Response('good' + ++n) } }");
export default { async fetch(req, env, ctx) {
  const path = new URL(req.url).pathname; const out = {};
  const use = (name, cb) => T(async () => (await env.LOADER.get(name, () => { calls++; return cb(); }).getEntrypoint().fetch('http://x/')).text());
  if (path === '/0') {
    for (const [k, cb] of Object.entries({ throws: () => { throw new TypeError('t') }, rejects: async () => { throw new RangeError('r') }, undef: () => undefined, badDate: () => ({ ...good(), compatibilityDate: 'x' }), syntax: () => mk('export default {'), topThrow: () => mk("throw new Error('top')"), missing: () => mk('', { mainModule: 'nope.js' }) })) { out[k] = await use(k, cb); out[k + ' again'] = await use(k, good); }
    out.calls = calls;
  }
  if (path === '/1') { for (const k of ['throws', 'rejects', 'undef', 'badDate', 'syntax', 'topThrow', 'missing']) out[k] = await use(k, good); out.calls = calls; }
  if (path === '/2') { env.LOADER.get('never', () => { calls++; return new Promise(() => {}); }); env.LOADER.get('late', async () => { calls++; await scheduler.wait(200); return good(); }); await scheduler.wait(5); out.calls = calls; }
  if (path === '/3') { out.never = await Promise.race([use('never', good), scheduler.wait(300).then(() => 'still pending')]); out.late = await Promise.race([use('late', good), scheduler.wait(300).then(() => 'still pending')]); out.calls = calls; }
  if (path === '/4') { out.waited = await use('waited', async () => { await scheduler.wait(20); return good(); }); out.again = await use('waited', good); out.calls = calls; }
  if (path === '/5') { const e = env.LOADER.get('unknownEntry', good); out.a = await T(() => e.getEntrypoint('Nope').x()); out.b = await T(async () => (await e.getEntrypoint().fetch('http://x/')).text()); }
  return J(out);
} };
