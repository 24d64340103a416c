// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v, (k, x) => typeof x === 'bigint' ? x + 'n' : x instanceof Map ? {map:[...x]} : x instanceof Set ? {set:[...x]} : x instanceof Uint8Array ? {u8:[...x]} : x instanceof ArrayBuffer ? {ab:[...new Uint8Array(x)]} : x), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
import { DurableObject, WorkerEntrypoint, RpcTarget, RpcStub, env as genv, waitUntil, exports as gexports, withEnv } from 'cloudflare:workers';
const D = (x) => JSON.stringify(x, (k, v) => typeof v === 'bigint' ? v + 'n' : v instanceof Map ? {map:[...v]} : v instanceof Set ? {set:[...v]} : v instanceof Date ? {date:+v} : v instanceof ArrayBuffer ? {ab:[...new Uint8Array(v)]} : v);
export class Other extends DurableObject { async fetch(r) { return new Response(r.method + ' ' + r.url + ' ' + await r.text()); } boom() { throw new RangeError('bang'); } static st() {} get prop() { return 5; } #p = 1; id() { return [this.ctx.id.toString().length, this.ctx.id.name]; } async alarm() {} }
export class Obj extends DurableObject {
  async go() {
    const s = this.ctx.storage, out = {};
    const t = async (n, f) => { out[n] = await T(f); };
    await t('put', () => s.put('a', 1));
    await t('putobj', () => s.put({ b: 2, c: new Map([[1, new Date(5)]]), d: undefined }));
    await t('get', () => s.get('a'));
    await t('getmany', async () => { const m = await s.get(['c', 'a', 'zz', 'b']); return [m.constructor.name, [...m.keys()]]; });
    await t('getmap', async () => (await s.get('c')).get(1).getTime());
    await t('getundef', async () => [await s.get('nope'), (await s.get(['d'])).size]);
    await t('list', async () => [...(await s.list()).keys()]);
    for (const o of [{ prefix: 'a' }, { start: 'b' }, { end: 'b' }, { startAfter: 'a' }, { limit: 2 }, { reverse: true }, { reverse: true, limit: 1, start: 'a', end: 'c' }, { start: 'a', startAfter: 'a' }, { limit: 0 }, { limit: -1 }, { limit: 'x' }, { prefix: '' }, { prefix: 5 }, { start: 'c', end: 'a' }, { allowConcurrency: true, noCache: true }])
      await t('list ' + JSON.stringify(o), async () => [...(await s.list(o)).keys()]);
    await t('list null', async () => [...(await s.list(null)).keys()]);
    await t('del', () => s.delete('a'));
    await t('del2', () => s.delete('a'));
    await t('delmany', () => s.delete(['b', 'c', 'zz']));
    await t('put noargs', () => s.put());
    await t('put 1', () => s.put('x'));
    await t('put undef', () => s.put('x', undefined));
    await t('put fn', () => s.put('x', () => 1));
    await t('put sym', () => s.put('x', Symbol('q')));
    await t('put stub', () => s.put('x', this.env.NS));
    await t('put class', async () => { class A { constructor() { this.q = 1; } } await s.put('x', new A()); return D(await s.get('x')); });
    await t('put err', async () => { await s.put('x', new TypeError('hm')); const e = await s.get('x'); return [e.name, e.message, e instanceof TypeError]; });
    await t('put re', async () => { await s.put('x', /a/g); return String(await s.get('x')); });
    await t('put big', async () => { await s.put('x', 5n); return String(await s.get('x')); });
    await t('put cyc', async () => { const o = {}; o.o = o; await s.put('x', o); const r = await s.get('x'); return r.o === r; });
    await t('key long', () => s.put('k'.repeat(2049), 1));
    await t('key long get', () => s.get('k'.repeat(2049)));
    await t('key empty', () => s.put('', 1));
    await t('key num', async () => { await s.put(5, 1); return [...(await s.list()).keys()]; });
    await t('get num', () => s.get(5));
    await t('get none', () => s.get());
    await t('get 129', async () => (await s.get(Array.from({ length: 129 }, (_, i) => 'k' + i))).size);
    await t('put 129', () => s.put(Object.fromEntries(Array.from({ length: 129 }, (_, i) => ['k' + i, i]))));
    await t('del 129', () => s.delete(Array.from({ length: 129 }, (_, i) => 'k' + i)));
    await t('value big', () => s.put('v', new Uint8Array(3 * 1024 * 1024)));
    await t('value 131073', () => s.put('v', new Uint8Array(131073)));
    await t('getAlarm', () => s.getAlarm());
    await t('setAlarm', () => s.setAlarm(Date.now() + 1e6));
    await t('getAlarm2', async () => typeof await s.getAlarm());
    await t('setAlarm date', async () => { await s.setAlarm(new Date(Date.now() + 1e6)); return typeof await s.getAlarm(); });
    await t('setAlarm neg', () => s.setAlarm(-5));
    await t('setAlarm nan', () => s.setAlarm(NaN));
    await t('setAlarm str', () => s.setAlarm('x'));
    await t('setAlarm null', () => s.setAlarm(null));
    await t('delAlarm', async () => { await s.deleteAlarm(); return s.getAlarm(); });
    await t('sync', () => s.sync());
    await t('bcw', () => this.ctx.blockConcurrencyWhile(async () => 5));
    await t('bcw sync', () => this.ctx.blockConcurrencyWhile(() => 5));
    await t('id', () => [typeof this.ctx.id, this.ctx.id.name, this.ctx.id.equals(this.env.NS.idFromName('a')), this.ctx.id.toString().length, Object.prototype.toString.call(this.ctx.id)]);
    await t('ctx', () => [Object.prototype.toString.call(this.ctx), this.ctx.constructor.name, typeof this.ctx.waitUntil, this.ctx.waitUntil(1), typeof this.ctx.exports, typeof this.ctx.props, D(this.ctx.props)]);
    await t('container', () => String(this.ctx.container));
    await t('ns', () => [Object.prototype.toString.call(this.env.NS), Object.getOwnPropertyNames(Object.getPrototypeOf(this.env.NS)).sort()]);
    await t('unique', () => [this.env.NS.newUniqueId().toString().length, this.env.NS.newUniqueId().name, String(1).length]);
    await t('fromString', () => this.env.NS.idFromString(this.env.NS.idFromName('q').toString()).name);
    await t('fromString bad', () => this.env.NS.idFromString('abc'));
    await t('fromString other', () => this.env.NS.idFromString(this.env.N2.idFromName('q').toString()).toString().length);
    await t('idFromName none', () => this.env.NS.idFromName());
    await t('idFromName num', () => this.env.NS.idFromName(5).name);
    await t('get str', () => this.env.NS.get('abc'));
    await t('hint', () => typeof this.env.N2.get(this.env.N2.idFromName('h'), { locationHint: 'weur' }));
    const o = this.env.N2.getByName('o');
    await t('stub', () => [Object.prototype.toString.call(o), o.name, o.id.name, typeof o.fetch, typeof o.connect, typeof o.nope]);
    await t('fetch', async () => (await o.fetch('http://x/y', { method: 'POST', body: 'hey' })).text());
    await t('fetch rel', async () => (await o.fetch('/y')).text());
    await t('boom', () => o.boom());
    await t('prop', () => o.prop);
    await t('missing', () => o.nope());
    await t('static', () => o.st());
    await t('ctor', () => o.constructor());
    await t('alarm call', () => o.alarm());
    await t('then', () => typeof o.then);
    await t('withEnv', () => withEnv({ A: 1 }, () => D(genv)));
    return JSON.stringify(out);
  }
}
export default { async fetch(req, env) { return new Response(await env.NS.get(env.NS.idFromName('a')).go()); } };
