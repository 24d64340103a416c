// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const S = (f) => { try { const v = f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
const OK = "export default { fetch() { return new Response('ok') } }";
export default { async fetch(req, env, ctx) {
  const out = {}; const F = (flags, date = '2026-01-01', extra) => S(() => { env.LOADER.load(mk(OK, { compatibilityDate: date, compatibilityFlags: flags, ...extra })); return 'loaded'; });
  for (const [k, v] of Object.entries({ unknown: ['no_such_flag'], unknownThenTwice: ['nope', 'nodejs_compat', 'nodejs_compat'], empty: [''], space: [' nodejs_compat'], upper: ['NODEJS_COMPAT'], twice: ['nodejs_compat', 'nodejs_compat'], both: ['no_nodejs_compat', 'nodejs_compat'], bothWeak: ['disable_weak_ref', 'enable_weak_ref'], implied: ['enable_ctx_exports'], negative: ['disable_ctx_exports'], experimental: ['experimental'], experimentalUnsafe: ['unsafe_module'], twoUnknown: ['a_b', 'c_d'], python: ['python_workers'], nodeAls: ['nodejs_als'], unknownAndExperimental: ['nope', 'experimental'], twiceAndUnknown: ['experimental', 'nope', 'nope'], bothAndExperimental: ['experimental', 'nodejs_als', 'no_nodejs_als'], v2: ['nodejs_compat_v2'], v2and1: ['nodejs_compat_v2', 'nodejs_compat'], httpModules: ['enable_nodejs_http_modules'], rpc: ['rpc'], streamsCtors: ['streams_enable_constructors', 'transformstream_enable_standard_constructor'] })) out[k] = F(v);
  for (const d of ['2021-11-02', '2021-11-03', '2019-01-01', '0000-00-00', '2024-02-29', '2023-02-29', '2024-13-01', '2024-1-1', '24-01-01', '2024-01-01T00:00:00Z', ' 2024-01-01', '2024-01-01 ', '', 'experimental', '2026-11-17', '20260101', '-2024-01-01', '2023-02-31', '2023-12-32', '1999-12-31', '2000-01-01', '3000-01-01']) out['date ' + d] = F([], d);
  out.dateObject = F([], new Date(0)); out.dateStringObject = F([], new String('2024-01-01')); out.dateSymbol = F([], Symbol('q')); out.dateToString = F([], { toString() { return '2024-01-01' } });
  return J(out);
} };
