import { WorkerEntrypoint, RpcTarget } from 'cloudflare:workers';
export class Api extends WorkerEntrypoint {
  proxy() { return new Proxy({ a: 1, f() { return 'f'; } }, {}); }
  inObject() { return { p: new Proxy({ a: 1 }, {}) }; }
  fnProxy() { return new Proxy(() => 'called', {}); }
  target() { return new Proxy(new (class extends RpcTarget { hi() { return 'hi'; } })(), {}); }
  array() { return new Proxy([1, 2], {}); }
  take(x) { return [typeof x, String(x?.constructor?.name), x instanceof Object]; }
  async use(x) { return [await x.a, await x.f?.()]; }
  date() { return new Proxy(new Date(0), {}); }
  traps() { return new Proxy({}, { get: (_, k) => typeof k === 'symbol' || k === 'then' ? undefined : () => 'trap ' + k, has: () => true }); }
}
const Q = async (f) => { try { const v = await f(); return v === undefined ? 'undefined' : typeof v === 'function' ? 'function ' + v.constructor.name : v; } catch (e) { return `${e.name}: ${e.message}`; } };
export default { async fetch(req, env, ctx) {
  const api = ctx.exports.Api({ props: {} }), out = {};
  out.proxy = await Q(() => api.proxy()); out.proxyA = await Q(() => api.proxy().a); out.proxyF = await Q(() => api.proxy().f());
  out.inObject = await Q(async () => { const r = await api.inObject(); return [typeof r.p, r.p?.constructor?.name, await r.p.a]; });
  out.fn = await Q(async () => (await api.fnProxy())()); out.target = await Q(() => api.target().hi()); out.array = await Q(() => api.array()); out.date = await Q(() => api.date());
  out.traps = await Q(() => api.traps().hello()); out.trapsT = await Q(async () => typeof await api.traps());
  out.take = await Q(() => api.take(new Proxy({}, {}))); out.takeArr = await Q(() => api.take(new Proxy([], {}))); out.use = await Q(() => api.use(new Proxy({ a: 5, f() { return 6; } }, {})));
  out.takeRpc = await Q(() => api.take(new Proxy(new RpcTarget(), {})));
  out.clone = await Q(() => structuredClone(new Proxy({}, {}))); out.cloneIn = await Q(() => structuredClone({ a: new Proxy([], {}) }));
  out.env = await Q(() => { env.LOADER.load({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': 'export default {}' }, env: { P: new Proxy({}, {}) } }); return 'ok'; });
  out.props = await Q(() => { ctx.exports.Api({ props: new Proxy({ a: 1 }, {}) }); return 'ok'; });
  return Response.json(out);
} };
