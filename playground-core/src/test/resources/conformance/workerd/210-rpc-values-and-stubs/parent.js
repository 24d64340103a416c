// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v, (k, x) => typeof x === 'bigint' ? x + 'n' : x instanceof Map ? {map:[...x]} : x instanceof Set ? {set:[...x]} : x instanceof Uint8Array ? {u8:[...x]} : x instanceof ArrayBuffer ? {ab:[...new Uint8Array(x)]} : x), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
import { DurableObject, WorkerEntrypoint, RpcTarget, RpcStub, env as genv } from 'cloudflare:workers';
let disposed = [];
class Counter extends RpcTarget { constructor(n = 0) { super(); this.n = n; } inc(by = 1) { this.n += by; return this.n; } get value() { return this.n; } #priv() {} sub(n) { return new Counter(n); } fn() { return (x) => x + this.n; } [Symbol.dispose]() { disposed.push(this.n); } async slow(ms) { await scheduler.wait(ms); return this.n; } throws() { const e = new TypeError('bad'); e.extra = { a: 1 }; throw e; } }
export class Obj extends DurableObject { hi() { return 'hi'; } }
export class Ent extends WorkerEntrypoint {
  own = 5;
  echo(x) { return x; }
  two(a, b) { return [a, b, arguments.length]; }
  counter(n) { return new Counter(n); }
  many() { return { a: new Counter(1), b: [new Counter(2)], c: { d: (x) => x * 2 }, e: 5 }; }
  async call(f, ...a) { return await f(...a); }
  async callTwice(f) { return [await f(1), await f(2)]; }
  keep(f) { globalThis.kept = f; }
  keepDup(f) { globalThis.kept = f.dup(); }
  async callKept() { return globalThis.kept(3); }
  getProp() { return this.own; }
  get getter() { return { x: { y: 7 }, f: (a) => a + 1 }; }
  plain() { return { f() { return 'f'; }, n: { m: { o: 1 } } }; }
  nul() { return null; } undef() {} 
  fails() { throw new Error('oops', { cause: new TypeError('why') }); }
  failsStr() { throw 'str'; } failsObj() { throw { a: 1 }; } failsNull() { throw null; }
  failsCustom() { class MyErr extends Error { constructor() { super('mine'); this.name = 'MyErr'; this.code = 42; } } throw new MyErr(); }
  failsDom() { throw new DOMException('dom', 'AbortError'); }
  failsAgg() { throw new AggregateError([new Error('a'), new TypeError('b')], 'agg'); }
  async rejects() { await scheduler.wait(1); throw new RangeError('later'); }
  str() { return new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('abc')); c.close(); } }, { type: 'bytes' }); }
  jsstr() { return new ReadableStream({ start(c) { c.enqueue('x'); c.close(); } }); }
  resp() { return new Response('body', { status: 201, headers: { 'x-a': 'b' } }); }
  async read(s) { return new Response(s).text(); }
  async req(r) { return [r.method, r.url, r.headers.get('x-q'), await r.text()]; }
  hdr(h) { return [h instanceof Headers, [...h]]; }
  async write(w) { const x = w.getWriter(); await x.write(new TextEncoder().encode('hello')); await x.close(); }
  date() { return new Date(5); } re() { return /a/gi; } map() { return new Map([[1, new Set([2])]]); } big() { return 12n; } err() { return new RangeError('val'); } bytes() { return new Uint8Array([1, 2, 3]).subarray(1); } sym() { return Symbol('x'); } url() { return new URL('http://a/b'); } blob() { return new Blob(['x']); } form() { return new FormData(); } prom() { return Promise.resolve(4); } objprom() { return { p: Promise.resolve(4) }; } cls() { return class A {}; } inst() { class A { constructor() { this.x = 1; } } return new A(); } nullproto() { return Object.assign(Object.create(null), { x: 1 }); } sparse() { return [1, , 3]; } neg0() { return Object.is(-0, -0) ? -0 : 0; } cyc() { const a = { n: 1 }; a.a = a; return a; } getters() { return { get x() { return 3; } }; } proxy() { return new Proxy({ a: 1 }, {}); } ws() { return new WebSocketPair()[0]; } abort() { return AbortSignal.abort('why'); } gen() { return (function* () {})(); } weak() { return new WeakMap(); } deep() { let o = {}; const r = o; for (let i = 0; i < 300; i++) o = o.x = {}; return r; }
  stubOf() { return new RpcStub(new Counter(9)); }
  static st() { return 1; }
  ctxinfo() { return [typeof this.ctx.waitUntil, JSON.stringify(this.ctx.props), typeof this.env]; }
  async fetch(r) { return new Response('ent ' + r.method + ' ' + new URL(r.url).pathname); }
}
export default { async fetch(req, env, ctx) {
  const out = {}, t = async (n, f) => { out[n] = await T(f); }, e = ctx.exports.Ent, S = (x) => Object.prototype.toString.call(x);
  for (const m of ['nul', 'undef', 'date', 're', 'map', 'big', 'err', 'bytes', 'sym', 'url', 'blob', 'form', 'prom', 'objprom', 'cls', 'inst', 'nullproto', 'sparse', 'neg0', 'cyc', 'getters', 'ws', 'abort', 'gen', 'weak', 'deep', 'jsstr', 'own', 'fails', 'failsStr', 'failsObj', 'failsNull', 'failsCustom', 'failsDom', 'failsAgg', 'rejects', 'ctxinfo', 'getProp'])
    await t(m, async () => { const v = await e[m](); return [typeof v, S(v), v instanceof Error ? E(v) : v && v.a === v && v.n ? 'cyc' : Object.is(v, -0) ? '-0' : m === 'deep' ? 'deep' : v instanceof RegExp ? String(v) : v]; });
  await t('cause', async () => { try { await e.fails(); } catch (x) { return [E(x), E(x.cause)]; } });
  await t('agg', async () => { try { await e.failsAgg(); } catch (x) { return [x instanceof AggregateError, x.errors?.length]; } });
  await t('two', () => e.two(1)); await t('two3', () => e.two(1, 2, 3));
  await t('args', () => e.echo([1, 'a', null, undefined, { x: [new Date(3)] }]));
  await t('argcls', () => e.echo(new (class Q {})()));
  await t('argsym', () => e.echo(Symbol('s')));
  await t('argweak', () => e.echo({ a: { b: new WeakMap() } }));
  await t('counter', async () => { using c = await e.counter(3); return [S(c), typeof c, c instanceof RpcStub, c.constructor.name, await c.inc(), await c.value, await c.inc(5)]; });
  await t('pipe', async () => await e.counter(3).inc(2));
  await t('pipe2', async () => await e.counter(3).sub(8).value);
  await t('pipefn', async () => await e.counter(3).fn()(4));
  await t('pipeprop', async () => await e.getter.x.y);
  await t('pipeprop2', async () => await e.getter.f(1));
  await t('pipeplain', async () => [await e.plain().n.m.o, await e.plain().f()]);
  await t('pipemissing', async () => await e.plain().nope.deep());
  await t('pipenull', async () => await e.nul().x.y);
  await t('pipenull2', async () => await e.nul().x);
  await t('pipeundef', async () => await e.undef().x);
  await t('pipestr', async () => await e.echo('abc').length);
  await t('pipearr', async () => await e.echo([1, 2, 3]).length);
  await t('pipearr0', async () => await e.echo([1, 2, 3])[1]);
  await t('pipearrmap', async () => await e.echo([1, 2, 3]).map((x) => x));
  await t('pipefail', async () => await e.fails().x.y());
  await t('argpipe', async () => await e.echo(e.counter(1)));
  await t('argpipe2', async () => { const c = e.counter(7); return await e.call(c.inc, 1); });
  await t('many', async () => { const m = await e.many(); return [S(m), Object.keys(m), await m.a.inc(), await m.b[0].inc(), await m.c.d(4), m.e, typeof m[Symbol.dispose], Object.getOwnPropertySymbols(m).length]; });
  await t('promise', () => { const p = e.echo(1); return [S(p), typeof p, p.constructor.name, typeof p.then, typeof p.catch, typeof p.finally, typeof p[Symbol.dispose], p instanceof Promise]; });
  await t('propstub', () => { const p = e.foo; return [S(p), typeof p, p.constructor.name, typeof p.bar, typeof p.then]; });
  await t('fnarg', () => e.call((x) => x + 1, 4));
  await t('fntwice', () => e.callTwice((x) => x + 1));
  await t('fnthrow', () => e.call(() => { throw new RangeError('cb'); }));
  await t('keep', async () => { await e.keep((x) => x); return e.callKept(); });
  await t('keepdup', async () => { await e.keepDup((x) => x); return e.callKept(); });
  await t('stubdup', async () => { const c = await e.counter(1); const d = c.dup(); c[Symbol.dispose](); return [await d.inc(), await T(() => c.inc())]; });
  await t('disp2', async () => { const c = await e.counter(1); c[Symbol.dispose](); c[Symbol.dispose](); return await T(() => c.inc()); });
  await t('throws', async () => { const c = await e.counter(1); return T(() => c.throws()); });
  await t('stubof', async () => { const c = await e.stubOf(); return [await c.inc(), await c.inc()]; });
  await t('localstub', async () => { const c = new RpcStub(new Counter(4)); return [S(c), await c.inc(), await c.value, await T(() => c.n)]; });
  await t('localstubfn', async () => { const c = new RpcStub((x) => x * 3); return [S(c), typeof c, await c(2)]; });
  await t('localstubplain', async () => { const c = new RpcStub({ a: 1 }); return [S(c), await c.a]; });
  await t('localstubnum', () => new RpcStub(5));
  await t('localstubnone', () => new RpcStub());
  await t('target arg', async () => { const c = new Counter(10); const r = await e.echo(c); return [S(r), r === c, await r.inc(), c.n]; });
  await t('stub of stub', async () => { const c = new RpcStub(new Counter(1)); const r = await e.echo(c); return [await r.inc(), await c.inc()]; });
  await t('svcstub', async () => { const r = await e.echo(e); return [S(r), await r.echo(4), await (await r.fetch('http://x/p')).text()]; });
  await t('dostub', async () => { const r = await e.echo(env.NS.getByName('q')); return [S(r), await r.hi()]; });
  await t('dons', async () => { const r = await e.echo(env.NS); return S(r); });
  await t('doid', async () => { const r = await e.echo(env.NS.idFromName('q')); return S(r); });
  await t('stream', async () => await new Response(await e.str()).text());
  await t('streamarg', async () => await e.read(new Response('hello').body));
  await t('streamlocked', async () => { const b = new Response('hello').body; b.getReader(); return e.read(b); });
  await t('streamused', async () => { const b = new Response('hello').body; await e.read(b); return [b.locked, await T(() => new Response(b).text())]; });
  await t('writable', async () => { const { readable, writable } = new IdentityTransformStream(); const p = new Response(readable).text(); await e.write(writable); return p; });
  await t('writable2', async () => { const { readable, writable } = new TransformStream(); const p = new Response(readable).text(); await e.write(writable); return p; });
  await t('resp', async () => { const r = await e.resp(); return [r instanceof Response, r.status, r.headers.get('x-a'), await r.text()]; });
  await t('req', () => e.req(new Request('http://a/b', { method: 'POST', body: 'x', headers: { 'x-q': '1' } })));
  await t('hdr', () => e.hdr(new Headers({ a: 'b' })));
  await t('missing', () => e.nope()); await t('static', () => e.st()); await t('ctor', () => e.constructor()); await t('fetchrpc', async () => (await e.fetch('http://x/q', { method: 'PUT' })).text());
  await t('fetchrel', async () => (await e.fetch('/q')).text()); await t('fetchnone', async () => (await e.fetch()).text());
  await t('dup', () => typeof e.dup); await t('dupcall', async () => { const d = e.dup(); return [S(d), await d.echo(1)]; });
  await t('big arg', async () => (await e.echo('x'.repeat(1e6))).length);
  await t('order', async () => { const l = []; const c = await e.counter(0); await Promise.all([1, 2, 3].map((x) => c.inc(x).then((v) => l.push(v)))); return l; });
  await t('onRpcBroken', async () => { const c = await e.counter(0); return typeof c.onRpcBroken; });
  await t('asyncdispose', async () => { const c = await e.counter(0); return typeof c[Symbol.asyncDispose]; });
  await t('await stub', async () => { const c = await e.counter(1); const d = await c; return S(d); });
  await t('promise dispose', async () => { const p = e.counter(1); p[Symbol.dispose](); return T(() => p); });
  await t('call stub nofn', async () => { const c = await e.counter(1); return c(); });
  await t('catch', async () => e.fails().catch((x) => x.message)); await t('finally', async () => { let n = 0; await e.echo(1).finally(() => n++); return n; });
  return J(out);
} };
