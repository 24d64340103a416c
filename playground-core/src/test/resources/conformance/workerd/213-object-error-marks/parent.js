// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v, (k, x) => typeof x === 'bigint' ? x + 'n' : x instanceof Map ? {map:[...x]} : x instanceof Set ? {set:[...x]} : x instanceof Uint8Array ? {u8:[...x]} : x instanceof ArrayBuffer ? {ab:[...new Uint8Array(x)]} : x), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
import { DurableObject, WorkerEntrypoint } from 'cloudflare:workers';
export class Obj extends DurableObject { boom() { throw new RangeError('bang'); } async fetch() { throw new TypeError('f'); } async slow() { await scheduler.wait(1); throw new Error('s'); } self() { return this.env.NS.getByName('b').boom(); } async selfT() { return JSON.stringify(await T(() => this.env.NS.getByName('b').boom())); } async selfP() { return JSON.stringify(await T(() => this.ctx.exports.Ent.boom())); } }
export class Ent extends WorkerEntrypoint { boom() { throw new RangeError('entbang'); } async viaDo() { return this.env.NS.getByName('c').boom(); } }
export default { async fetch(req, env, ctx) { const out = {}, t = async (n, f) => { out[n] = await T(f); }; const o = env.NS.getByName('a');
 await t('boom', () => o.boom()); await t('miss', () => o.nope()); await t('fetch', () => o.fetch('http://x')); await t('slow', () => o.slow()); await t('self', () => o.self()); await t('selfT', () => o.selfT()); await t('selfP', () => o.selfP()); await t('exp', () => ctx.exports.Obj.getByName('z').boom()); await t('via', () => ctx.exports.Ent.viaDo());
 await t('exp2', () => env.NS.get(env.NS.idFromName('a')).boom()); await t('uniq', () => env.NS.get(env.NS.newUniqueId()).boom().catch((e) => { e.durableObjectId = typeof e.durableObjectId; throw e; })); return J(out); } };
