// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
import { DurableObject, RpcTarget } from 'cloudflare:workers';
let made = 0;
export class Room extends DurableObject {
  constructor(ctx, env) { super(ctx, env); made++; this.n = 0; if (ctx.id.name === 'bad') throw new RangeError('no room'); if (ctx.id.name === 'badSection') ctx.blockConcurrencyWhile(async () => { throw new RangeError('no section'); }); }
  inc() { return ++this.n; }
  id() { return [String(this.ctx.id), this.ctx.id.name, this.ctx.id.equals(this.ctx.id)]; }
  made() { return made; }
  throws() { throw Object.assign(new TypeError('thrown'), { code: 1 }); }
  abort(reason) { this.ctx.abort(reason === undefined ? undefined : new Error(reason)); }
  async abortLater() { await this.ctx.storage.put('k', 'kept'); this.ctx.abort('text'); }
  async kept() { return this.ctx.storage.get('k'); }
  target() { let n = 0; return new (class extends RpcTarget { next() { return ++n; } })(); }
  async section() { return this.ctx.blockConcurrencyWhile(async () => 5); }
  async badSection() { return this.ctx.blockConcurrencyWhile(async () => { throw new RangeError('in section'); }); }
  notFunction() { return this.ctx.blockConcurrencyWhile(5); }
  fetch(req) { return new Response([req.method, req.url, this.n].join(' ')); }
  props() { return this.ctx.props; }
  passThrough() { return typeof this.ctx.passThroughOnException; }
}
const D = (x) => x.err && x.err['.durableObjectId'] ? { ...x, err: { ...x.err, '.durableObjectId': 'ID' } } : x;
export default { async fetch(req, env, ctx) {
  const ns = env.ROOM; const out = {}; const t = async (n, f) => { out[n] = D(await T(f)); };
  await t('ns', () => [ns.constructor.name, Object.prototype.toString.call(ns), Object.getOwnPropertyNames(Object.getPrototypeOf(ns)).sort()]);
  const id = ns.idFromName('a');
  await t('id', () => [id.constructor.name, /^[0-9a-f]{64}$/.test(String(id)), id.name, id.equals(ns.idFromName('a')), id.equals(ns.idFromName('b')), Object.getOwnPropertyNames(Object.getPrototypeOf(id)).sort(), JSON.stringify(id)]);
  await t('fromString', () => { const i = ns.idFromString(String(id)); return [i.equals(id), i.name === undefined]; });
  await t('fromStringBad', () => ns.idFromString('x'));
  await t('fromStringOther', () => ns.idFromString('0'.repeat(64)));
  await t('unique', () => { const u = ns.newUniqueId(); return [u.equals(ns.newUniqueId()), u.name === undefined, String(u).length]; });
  await t('equalsBad', () => id.equals('x'));
  await t('getBad', () => ns.get('x'));
  await t('getNothing', () => ns.get());
  await t('byNameNothing', () => ns.getByName());
  await t('byNameNumber', async () => (await ns.getByName(5).id())[1]);
  await t('idFromNameNothing', () => ns.idFromName());
  const s = ns.get(id);
  await t('stub', () => [s.constructor.name, Object.prototype.toString.call(s), Object.keys(s), s.name, s.id.equals(id), typeof s.anything, typeof s.then]);
  await t('state', async () => [await s.inc(), await s.inc(), await ns.getByName('a').inc()]);
  await t('idInside', async () => (await s.id())[0] === String(id));
  await t('ids', async () => (await s.id()).slice(1));
  await t('fromStringInside', async () => (await ns.get(ns.idFromString(String(id))).id()).slice(1));
  await t('uniqueInside', async () => { const u = ns.newUniqueId(); const [text, name] = await ns.get(u).id(); return [text === String(u), name === undefined]; });
  await t('fetch', async () => (await s.fetch('http://x/p', { method: 'POST' })).text());
  await t('throws', () => s.throws());
  await t('missing', () => s.nope());
  await t('reservedAlarm', () => s.alarm());
  await t('target', async () => { const r = await s.target(); return [await r.next(), await r.next()]; });
  await t('section', () => s.section());
  await t('notFunction', () => s.notFunction());
  await t('props', () => s.props());
  await t('passThrough', () => s.passThrough());
  await t('ctorThrows', () => ns.getByName('bad').inc());
  await t('ctorThrowsAgain', () => ns.getByName('bad').inc());
  await t('ctorSection', () => ns.getByName('badSection').inc());
  const c = ns.getByName('c'); await c.inc();
  await t('badSection', () => c.badSection());
  await t('afterBadSection', () => c.inc());
  await t('fresh', () => ns.getByName('c').inc());
  const d = ns.getByName('d'); await d.inc();
  await t('abort', () => d.abort('because'));
  await t('afterAbort', () => d.inc());
  await t('afterAbortFresh', () => ns.getByName('d').inc());
  await t('abortNoReason', () => ns.getByName('e').abort());
  await t('abortString', () => ns.getByName('f').abortLater());
  await t('kept', () => ns.getByName('f').kept());
  await t('exports', () => [ctx.exports.Room.constructor.name, typeof ctx.exports.Room, typeof ctx.exports.Room.getByName]);
  await t('exportsStub', () => ctx.exports.Room.getByName('a').inc());
  await t('inArray', async () => { const w = env.LOADER.load(mk(cls("async go(s) { return s.inc(); }"))); return w.getEntrypoint().go(s); });
  await t('inEnv', async () => { const w = env.LOADER.load(mk(cls("async go() { return [Object.prototype.toString.call(this.env.S), await this.env.S.inc()]; }"), { env: { S: s } })); return w.getEntrypoint().go(); });
  await t('idInEnv', () => env.LOADER.load(mk(cls(''), { env: { S: id } })));
  await t('nsInEnv', () => env.LOADER.load(mk(cls(''), { env: { S: ns } })));
  return J(out);
} };
