// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
import { DurableObject } from 'cloudflare:workers';
const APP = `import { DurableObject } from 'cloudflare:workers';
let starts = 0;
export class App extends DurableObject {
  constructor(ctx, env) { super(ctx, env); starts++; this.mine = 0; if (ctx.props.fail) throw new Error('app ctor'); }
  async add(n = 1) { const v = ((await this.ctx.storage.get('v')) ?? 0) + n; await this.ctx.storage.put('v', v); return [v, ++this.mine, starts]; }
  who() { return [String(this.ctx.id), this.ctx.id.name, typeof this.ctx.id, this.ctx.props, this.env]; }
  sql() { this.ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS s (n)'); this.ctx.storage.sql.exec('INSERT INTO s VALUES (1)'); return this.ctx.storage.sql.exec('SELECT count(*) AS c FROM s').one().c; }
  fail() { throw Object.assign(new TypeError('app fail'), { code: 2 }); }
  fetch(r) { return new Response('app ' + new URL(r.url).pathname); }
  abort() { this.ctx.abort(new Error('self')); }
  async nested() { const f = this.ctx.facets.get('inner', () => ({ class: this.ctx.exports.App({ props: { inner: 1 } }) })); return [await f.add(), await f.who().then((w) => w[3])]; }
  async alarm() {} async setAlarm() { await this.ctx.storage.setAlarm(Date.now() + 1e6); return this.ctx.storage.getAlarm() > 0; }
}
export default class extends DurableObject { hi() { return 'default'; } }
export class Plain { fetch() { return new Response('plain'); } }
export const notClass = 5 && {};
`;
let callbacks = 0;
export class Own extends DurableObject { hi() { return ['own', this.ctx.props]; } }
export class Room extends DurableObject {
  worker() { return this.env.LOADER.get('app', () => mk(APP, { env: { E: 1 } })); }
  cls(name = 'App', options) { return this.worker().getDurableObjectClass(name, options); }
  f(name, extra) { return this.ctx.facets.get(name, () => { callbacks++; return { class: this.cls(), ...extra }; }); }
  async run() {
    const out = {}; const id = String(this.ctx.id);
    const D = (x) => JSON.parse(JSON.stringify(x).replaceAll(id, 'HOST').replace(/[0-9a-f]{64}/g, 'ID'));
    const t = async (n, f) => { out[n] = D(await T(f)); };
    await t('shape', () => [this.ctx.facets.constructor.name, Object.getOwnPropertyNames(Object.getPrototypeOf(this.ctx.facets)).sort()]);
    await t('class', () => { const c = this.cls(); return [c.constructor.name, Object.prototype.toString.call(c), Object.getOwnPropertyNames(Object.getPrototypeOf(c)), typeof c]; });
    await t('stub', () => { const f = this.f('a'); return [f.constructor.name, Object.prototype.toString.call(f), Object.keys(f)]; });
    await t('lazy', () => callbacks);
    await t('add', () => this.f('a').add());
    await t('addAgain', () => this.f('a').add());
    await t('callbacks', () => callbacks);
    await t('other', () => this.f('b').add(10));
    await t('hostStorage', async () => [await this.ctx.storage.get('v'), [...(await this.ctx.storage.list()).keys()]]);
    await t('who', () => this.f('a').who());
    await t('sql', async () => [await this.f('a').sql(), await this.f('a').sql(), await this.f('b').sql()]);
    await t('fetch', async () => (await this.f('a').fetch('http://x/p')).text());
    await t('fail', () => this.f('a').fail());
    await t('missing', () => this.f('a').nope());
    await t('idString', () => this.ctx.facets.get('c', () => ({ class: this.cls(), id: 'my-id' })).who());
    await t('idObject', () => this.ctx.facets.get('d', () => ({ class: this.cls(), id: this.ctx.id })).who());
    await t('props', () => this.ctx.facets.get('e', () => ({ class: this.cls('App', { props: { p: 1 } }) })).who());
    await t('asyncCallback', () => this.ctx.facets.get('g', async () => ({ class: this.cls() })).add());
    await t('callbackThrows', () => this.ctx.facets.get('h', () => { throw new RangeError('cb'); }).add());
    await t('callbackThenWorks', () => this.ctx.facets.get('h', () => ({ class: this.cls() })).add());
    await t('noClass', () => this.ctx.facets.get('i', () => ({})).add());
    await t('nothing', () => this.ctx.facets.get('j', () => undefined).add());
    await t('badClass', () => this.ctx.facets.get('k', () => ({ class: this.cls('Nope') })).add());
    await t('notClass', () => this.ctx.facets.get('l', () => ({ class: this.cls('notClass') })).add());
    await t('default', () => this.ctx.facets.get('m', () => ({ class: this.cls(undefined) })).hi());
    await t('ctorThrows', () => this.ctx.facets.get('n', () => ({ class: this.cls('App', { props: { fail: 1 } }) })).add());
    await t('own', () => this.ctx.facets.get('o', () => ({ class: this.ctx.exports.Own })).hi());
    await t('ownProps', () => this.ctx.facets.get('p', () => ({ class: this.ctx.exports.Own({ props: { q: 1 } }) })).hi());
    await t('ownNamespace', () => this.ctx.facets.get('q', () => ({ class: this.ctx.exports.Room })).ping());
    await t('plain', async () => (await this.ctx.facets.get('r', () => ({ class: this.cls('Plain') })).fetch('http://x/')).text());
    await t('nested', () => this.f('a').nested());
    const a = this.f('a'); await a.add();
    await t('abort', () => this.ctx.facets.abort('a', new Error('stop it')));
    await t('oldStub', () => a.add());
    await t('afterAbort', () => this.f('a').add());
    await t('abortUnknown', () => this.ctx.facets.abort('zzz', 1));
    await t('abortNothing', () => this.ctx.facets.abort());
    await t('selfAbort', () => this.f('s').abort());
    await t('afterSelfAbort', () => this.f('s').add());
    const b = this.f('b');
    await t('delete', () => this.ctx.facets.delete('b'));
    await t('oldStubDeleted', () => b.add());
    await t('afterDelete', () => this.f('b').add());
    await t('deleteUnknown', () => this.ctx.facets.delete('zzz'));
    await t('getNothing', () => this.ctx.facets.get());
    await t('getNoCallback', () => this.ctx.facets.get('x'));
    await t('facetInEnv', () => this.env.LOADER.load(mk(cls(''), { env: { F: this.f('a') } })));
    await t('facetReturned', async () => 1);
    await t('alarm', () => this.f('a').setAlarm());
    return out;
  }
  facet() { return this.f('a'); }
  ping() { return 'pong'; }
}
export default { async fetch(req, env) { const out = await env.ROOM.getByName('r').run(); out.returned = await T(async () => (await env.ROOM.getByName('r').facet()).add()); return J(out); } };
