// config {"compatibilityFlags":["nodejs_compat"]}
import util from "node:util";
export default { async fetch(req, env, ctx) {
  const out = {}; const t = new Proxy({ a: 1 }, { get() { throw new Error('trap'); }, ownKeys() { throw new Error('keys'); } });
  console.log(new Proxy({ a: 1, b: [1] }, {})); console.log(new Proxy([1, 2], {})); console.log(new Proxy(() => 1, {})); console.log({ x: new Proxy(new Map([[1, 2]]), {}) }); console.log('%o', new Proxy({ a: 1 }, {}));
  try { console.log(t); } catch (e) { out.log = e.message; }
  for (const [n, f] of Object.entries({ a: () => util.inspect(t), b: () => util.inspect(new Proxy({ a: 1 }, {}), { showProxy: true }), c: () => util.inspect(new Proxy([1], { get() {} }), { showProxy: true }), d: () => util.types.isProxy(t), e: () => util.inspect(new Proxy(new Proxy({ z: 1 }, {}), {})), f: () => util.inspect(new Proxy(class A {}, {})), g: () => util.isDeepStrictEqual(new Proxy({ a: 1 }, {}), { a: 1 }), h: () => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return util.inspect(proxy) + util.inspect(proxy, { showProxy: true }); } })) { try { out[n] = f(); } catch (e) { out[n] = `${e.name}: ${e.message}`; } }
  return Response.json(out);
} };
