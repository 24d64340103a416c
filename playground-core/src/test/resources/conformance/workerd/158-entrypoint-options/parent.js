import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';
// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const S = (f) => { try { const v = f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
export default { async fetch(req, env, ctx) {
  const out = {}; const w = env.LOADER.load(mk(cls('p() { return this.ctx.props } ') + ' export class Named { }'));
  const G = (...a) => S(() => Object.prototype.toString.call(w.getEntrypoint(...a)));
  const D = (...a) => S(() => Object.prototype.toString.call(w.getDurableObjectClass(...a)));
  for (const [k, v] of Object.entries({ none: undefined, nul: null, empty: {}, number: 5, string: 'x', bool: true, fn: () => {}, array: [], sym: Symbol('q'), propsNull: { props: null }, propsUndef: { props: undefined }, propsNumber: { props: 5 }, propsString: { props: 'x' }, propsFn: { props: () => {} }, propsArray: { props: [1] }, propsDate: { props: new Date(0) }, propsFnInside: { props: { f() {} } }, propsSym: { props: Symbol('q') }, limitsNull: { limits: null }, limitsEmpty: { limits: {} }, limitsNumber: { limits: 5 }, limitsString: { limits: 'x' }, limitsFn: { limits: () => {} }, limitsCpu: { limits: { cpuMs: 'x' } }, limitsSub: { limits: { subRequests: 2 ** 40 } }, limitsNeg: { limits: { subRequests: -1 } }, unknown: { foo: 1 }, getter: { get props() { throw new RangeError('getter') } } })) { out['entry.' + k] = G('default', v); out['class.' + k] = D('Named', v); }
  for (const [k, v] of Object.entries({ number: 5, bool: false, sym: Symbol('q'), object: {}, nul: null, empty: '', array: ['default'], bigint: 5n })) { out['name.' + k] = G(v); out['className.' + k] = D(v); out['use.' + k] = await T(() => w.getEntrypoint(v).p()); }
  out.propsArray = await T(() => w.getEntrypoint(null, { props: [1, 2] }).p()); out.propsDate = await T(() => w.getEntrypoint(null, { props: new Date(0) }).p()); out.propsMap = await T(() => w.getEntrypoint(null, { props: new Map([[1, 2]]) }).p()); out.propsFn = await T(() => w.getEntrypoint(null, { props: Object.assign(() => {}, { a: 1 }) }).p());
  return J(out);
} };
