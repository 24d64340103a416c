import { env as cenv } from 'cloudflare:workers';
// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const S = (f) => { try { const v = f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
const out = {};
const code = { compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': "let n = 0; export default { fetch() { return new Response('n' + ++n) } }" } };
let early, named, entry;
out.load = S(() => { early = cenv.LOADER.load(code); return String(early); });
out.get = S(() => { named = cenv.LOADER.get('x', () => code); return String(named); });
out.entry = S(() => { entry = early?.getEntrypoint(); return String(entry); });
export default { async fetch(req, env, ctx) {
  out.useEarly = await T(async () => (await early.getEntrypoint().fetch('http://x/')).text());
  out.useNamed = await T(async () => (await named.getEntrypoint().fetch('http://x/')).text());
  out.useEntry = await T(async () => (await entry.fetch('http://x/')).text());
  out.later = await T(async () => (await env.LOADER.get('x', () => code).getEntrypoint().fetch('http://x/')).text());
  return J(out);
} };
