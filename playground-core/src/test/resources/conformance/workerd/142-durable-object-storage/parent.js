// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
import { DurableObject } from 'cloudflare:workers';
const show = (v) => v instanceof Map ? { map: [...v] } : v === undefined ? 'undefined' : v;
export class Room extends DurableObject {
  async kv() {
    const s = this.ctx.storage; const out = {}; const t = async (n, f) => { out[n] = await T(async () => show(await f())); };
    await t('missing', () => s.get('nope'));
    await t('put', () => s.put('a', { x: 1, d: new Date(5), m: new Map([[1, 2]]) }));
    await t('get', async () => { const v = await s.get('a'); return [v.x, v.d instanceof Date, v.m instanceof Map]; });
    await t('putMany', () => s.put({ b: 1, c: 2, 'ü': 3, '': 4 }));
    await t('getMany', () => s.get(['c', 'nope', 'b']));
    await t('list', () => s.list());
    await t('listPrefix', () => s.list({ prefix: 'b' }));
    await t('listStart', () => s.list({ start: 'b', limit: 2 }));
    await t('listStartAfter', () => s.list({ startAfter: 'b' }));
    await t('listEnd', () => s.list({ end: 'c', reverse: true }));
    await t('listBadLimit', () => s.list({ limit: 0 }));
    await t('listBoth', () => s.list({ start: 'a', startAfter: 'a' }));
    await t('delete', () => s.delete('b'));
    await t('deleteAgain', () => s.delete('b'));
    await t('deleteMany', () => s.delete(['c', 'nope', '']));
    await t('putUndefined', () => s.put('u', undefined));
    await t('putFunction', () => s.put('f', () => 1));
    await t('putNoValue', () => s.put('k'));
    await t('putNothing', () => s.put());
    await t('getNothing', () => s.get());
    await t('getNumber', () => s.get(5));
    await t('longKey', () => s.put('k'.repeat(2049), 1));
    await t('bigValue', async () => { await s.put('big', 'x'.repeat(3 << 20)); return (await s.get('big'))?.length; });
    await t('manyKeys', () => s.get(Array.from({ length: 129 }, (_, i) => 'k' + i)));
    await t('manyPuts', () => s.put(Object.fromEntries(Array.from({ length: 129 }, (_, i) => ['k' + i, i]))));
    await t('tx', () => s.transaction(async (txn) => { await txn.put('t', 1); return [await txn.get('t'), Object.keys(txn)]; }));
    await t('txThrow', () => s.transaction(async (txn) => { await txn.put('t', 2); throw new Error('undo'); }));
    await t('afterThrow', () => s.get('t'));
    await t('txRollback', () => s.transaction(async (txn) => { await txn.put('t', 3); txn.rollback(); return 'rolled'; }));
    await t('afterRollback', () => s.get('t'));
    await t('sync', () => s.sync());
    await t('deleteAll', () => s.deleteAll());
    await t('afterDeleteAll', () => s.list());
    return out;
  }
  async syncKv() {
    const k = this.ctx.storage.kv; const out = {}; const t = async (n, f) => { out[n] = await T(async () => show(await f())); };
    await t('proto', () => Object.getOwnPropertyNames(Object.getPrototypeOf(k)).sort());
    await t('put', () => k.put('a', { x: [1] }));
    await t('get', () => k.get('a'));
    await t('missing', () => k.get('nope'));
    await t('list', () => [...k.list()]);
    await t('listOptions', () => { k.put('b', 2); k.put('c', 3); return [...k.list({ start: 'b', limit: 1 })]; });
    await t('delete', () => [k.delete('a'), k.delete('a')]);
    await t('putFunction', () => k.put('f', () => 1));
    await t('mixed', async () => [await this.ctx.storage.get('b'), this.ctx.storage.kv.get('c')]);
    await t('transactionSync', () => this.ctx.storage.transactionSync(() => { k.put('s', 1); return 'done'; }));
    await t('transactionSyncThrow', () => this.ctx.storage.transactionSync(() => { k.put('s', 2); throw new TypeError('undo'); }));
    await t('afterThrow', () => k.get('s'));
    await t('nested', () => this.ctx.storage.transactionSync(() => { k.put('n', 1); try { this.ctx.storage.transactionSync(() => { k.put('n', 2); throw 1; }); } catch {} return k.get('n'); }));
    await t('asyncInSync', () => this.ctx.storage.transactionSync(async () => 1));
    return out;
  }
  async sql() {
    const q = this.ctx.storage.sql; const out = {}; const t = async (n, f) => { out[n] = await T(async () => show(await f())); };
    await t('proto', () => Object.getOwnPropertyNames(Object.getPrototypeOf(q)).sort());
    await t('create', () => q.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, n REAL, b BLOB)').toArray());
    await t('insert', () => q.exec('INSERT INTO t (name, n, b) VALUES (?, ?, ?) RETURNING id', 'a', 1.5, new Uint8Array([1, 2]).buffer).one());
    await t('several', () => q.exec("INSERT INTO t (name) VALUES ('b'); INSERT INTO t (name) VALUES ('c'); SELECT count(*) AS c FROM t").one());
    await t('columns', () => { const c = q.exec('SELECT * FROM t ORDER BY id'); return [c.columnNames, c.rowsRead, c.rowsWritten, Object.getOwnPropertyNames(Object.getPrototypeOf(c)).sort(), c.constructor.name]; });
    await t('blob', () => { const b = q.exec('SELECT b FROM t WHERE id = 1').one().b; return [b instanceof ArrayBuffer, b.byteLength]; });
    await t('raw', () => [...q.exec('SELECT id, name FROM t ORDER BY id').raw()]);
    await t('iterate', () => { const r = []; for (const row of q.exec('SELECT name FROM t ORDER BY id')) r.push(row.name); return r; });
    await t('next', () => { const c = q.exec('SELECT id FROM t ORDER BY id'); return [c.next(), c.next(), c.toArray(), c.next()]; });
    await t('oneNone', () => q.exec('SELECT * FROM t WHERE id = 99').one());
    await t('oneMany', () => q.exec('SELECT * FROM t').one());
    await t('syntax', () => q.exec('SELEC 1'));
    await t('noTable', () => q.exec('SELECT * FROM nope'));
    await t('constraint', () => q.exec('INSERT INTO t (id) VALUES (1)'));
    await t('binds', () => q.exec('SELECT ?, ?', 1));
    await t('bindTypes', () => q.exec('SELECT ? AS a, ? AS b, ? AS c, ? AS d', null, 'x', 2, true).one());
    await t('bindUndefined', () => q.exec('SELECT ? AS a', undefined).one());
    await t('bindObject', () => q.exec('SELECT ? AS a', {}).one());
    await t('bindBigint', () => q.exec('SELECT ? AS a', 5n).one());
    await t('begin', () => q.exec('BEGIN TRANSACTION'));
    await t('pragma', () => q.exec('PRAGMA user_version').toArray());
    await t('attach', () => q.exec("ATTACH DATABASE 'x' AS y"));
    await t('kvTable', () => q.exec('SELECT * FROM _cf_KV').toArray());
    await t('bigint', () => q.exec('SELECT 9007199254740993 AS n').one());
    await t('json', () => q.exec("SELECT json_extract('{\"a\":[1,2]}', '$.a[1]') AS v").one());
    await t('rowsWritten', () => q.exec("UPDATE t SET name = 'z'").rowsWritten > 0);
    await t('size', () => this.ctx.storage.sql.databaseSize > 0);
    await t('txSync', () => { try { this.ctx.storage.transactionSync(() => { q.exec('DELETE FROM t'); throw 1; }); } catch {} return q.exec('SELECT count(*) AS c FROM t').one().c; });
    await t('noArgs', () => q.exec());
    await t('empty', () => q.exec('').toArray());
    await t('comment', () => q.exec('-- only').toArray());
    return out;
  }
  async alarms() {
    const s = this.ctx.storage; const out = {}; const t = async (n, f) => { out[n] = await T(async () => show(await f())); };
    await t('none', () => s.getAlarm());
    await t('set', () => s.setAlarm(4102444800000));
    await t('get', () => s.getAlarm());
    await t('date', async () => { await s.setAlarm(new Date(4102444800001)); return s.getAlarm(); });
    await t('delete', () => s.deleteAlarm());
    await t('deleted', () => s.getAlarm());
    await t('bad', () => s.setAlarm('x'));
    await t('zero', () => s.setAlarm(0));
    await t('negative', () => s.setAlarm(-5));
    await t('nothing', () => s.setAlarm());
    await t('tx', () => s.transaction(async (txn) => { await txn.setAlarm(4102444800002); return txn.getAlarm(); }));
    await t('txRolled', async () => { try { await s.transaction(async (txn) => { await txn.setAlarm(4102444800003); throw new Error('x'); }); } catch {} return s.getAlarm(); });
    await t('deleteAllKeeps', async () => { await s.deleteAll(); return s.getAlarm(); });
    return out;
  }
  async alarm() {}
  shape() { const s = this.ctx.storage; return { storage: Object.getOwnPropertyNames(Object.getPrototypeOf(s)).sort(), own: Object.keys(s), cls: s.constructor.name, tag: Object.prototype.toString.call(s), ctx: Object.getOwnPropertyNames(Object.getPrototypeOf(this.ctx)).sort(), ctxOwn: Object.keys(this.ctx), ctxCls: this.ctx.constructor.name, serial: typeof s.sql }; }
}
export default { async fetch(req, env) { const out = {}; for (const m of ['shape', 'kv', 'syncKv', 'sql', 'alarms']) out[m] = await T(() => env.ROOM.getByName(m)[m]()); return J(out); } };
