// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const S = (f) => { try { const v = f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
const main = "export default { fetch() { return new Response('ok') } }";
export default { async fetch(req, env, ctx) {
  const out = {}; const L = (modules) => S(() => { env.LOADER.load(mk(main, { modules: { 'm.js': main, ...modules } })); return 'loaded'; });
  const e = 'é'.repeat(8 << 20), euro = '€'.repeat(8 << 20), data = new Uint8Array(16 << 20), left = 67108864 - main.length;
  out.two = L({ a: { text: e }, b: { text: e }, c: { text: e }, d: { text: e } });
  out.three = L({ a: { text: euro }, b: { text: euro }, c: { text: euro } });
  out.mixed = L({ a: { data }, b: { data }, c: { data }, d: { text: euro } });
  out.json = L({ a: { data }, b: { data }, c: { data }, d: { json: e } });
  out.exact = L({ a: { text: 'x'.repeat(left) } }); out.over = L({ a: { text: 'x'.repeat(left + 1) } });
  return J(out);
} };
