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
  const out = {}; const L = (extra) => S(() => Object.prototype.toString.call(env.LOADER.load(mk(OK, extra))));
  const U = (extra) => T(async () => (await env.LOADER.load(mk(OK, extra)).getEntrypoint().fetch('http://x/')).text());
  for (const [k, v] of Object.entries({ string: 'x', number: 5, nul: null, object: {}, iterable: new Set(['nodejs_compat']), arrayLike: { length: 1, 0: 'nodejs_compat' }, numbers: [5], nested: [['nodejs_compat']], nulls: [null], sym: [Symbol('q')], holes: [, 'nodejs_compat'], str: new String('nodejs_compat'), typed: new Uint8Array(0), fn: () => {} })) out['flags.' + k] = L({ compatibilityFlags: v });
  for (const [k, v] of Object.entries({ nul: null, number: 0, string: 'false', empty: '', object: {} })) out['allow.' + k] = L({ allowExperimental: v });
  for (const [k, v] of Object.entries({ nul: null, number: 5, string: 'x', array: [], fn: () => {}, empty: {}, unknown: { a: 1 }, cpuString: { cpuMs: '10' }, cpuFraction: { cpuMs: 1.9 }, cpuNaN: { cpuMs: NaN }, cpuX: { cpuMs: 'x' }, cpuNeg: { cpuMs: -1 }, cpuNegFraction: { cpuMs: -0.5 }, cpuBig: { cpuMs: 2 ** 32 }, cpuMax: { cpuMs: 2 ** 32 - 1 }, cpuNull: { cpuMs: null }, cpuBool: { cpuMs: true }, cpuBigint: { cpuMs: 5n }, cpuSym: { cpuMs: Symbol('q') }, cpuInf: { cpuMs: Infinity }, cpuObj: { cpuMs: {} }, subNeg: { subRequests: -1 }, subX: { subRequests: 'x' }, subNull: { subRequests: null }, subUndef: { subRequests: undefined } })) out['limits.' + k] = L({ limits: v });
  for (const [k, v] of Object.entries({ nul: null, number: 5, object: {}, sym: Symbol('q'), missing: undefined, empty: '', toStr: { toString() { return 'm.js'; } }, array: ['m.js'] })) out['main.' + k] = await U({ mainModule: v });
  for (const [k, v] of Object.entries({ nul: null, array: [], string: 'x', number: 5, fn: Object.assign(() => {}, { 'm.js': OK }), map: new Map([['m.js', OK]]), empty: {}, date: new Date(0), nullProto: Object.assign(Object.create(null), { 'm.js': OK }), proxy: new Proxy({ 'm.js': OK }, {}), sym: { [Symbol('m.js')]: OK, 'm.js': OK }, boxed: Object('x') })) out['modules.' + k] = L({ modules: v });
  for (const [k, v] of Object.entries({ nul: null, undef: undefined, number: 5, string: 'x', bool: false, fn: () => {}, array: [1], date: new Date(0), sym: Symbol('q'), bigint: 5n, nullProto: Object.create(null), cls: new (class A { a = 1 })() })) out['env.' + k] = L({ env: v });
  for (const [k, v] of Object.entries({ undef: undefined, number: 5, string: 'x', bool: false, object: {}, fn: () => {}, withFetch: { fetch() {} }, array: [], response: new Response('x'), loader: env.LOADER, exportsItself: ctx.exports })) out['outbound.' + k] = L({ globalOutbound: v });
  for (const [k, v] of Object.entries({ undef: undefined, nul: null, number: 5, string: '', object: {}, set: new Set(), nullItem: [null], numberItem: [5], objectItem: [{}], fnItem: [() => {}], undefItem: [undefined] })) { out['tails.' + k] = L({ tails: v }); out['streaming.' + k] = L({ streamingTails: v }); }
  return J(out);
} };
