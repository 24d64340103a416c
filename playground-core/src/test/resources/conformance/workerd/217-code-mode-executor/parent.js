import { WorkerEntrypoint, RpcTarget, env as genv } from 'cloudflare:workers';
export class Tools extends RpcTarget {
  constructor(fns) { super(); this.fns = fns; }
  async call(name, json) { try { const fn = this.fns[name]; if (!fn) return JSON.stringify({ error: `Tool "${name}" not found` }); return JSON.stringify({ result: await fn(json ? JSON.parse(json) : {}) }); } catch (e) { return JSON.stringify({ error: e instanceof Error ? e.message : 'Unknown' }); } }
}
export class Outbound extends WorkerEntrypoint { async fetch(r) { return new Response(`out ${r.method} ${r.url} ${await r.text()}`, { status: 203 }); } }
const code = (body) => `import { WorkerEntrypoint } from "cloudflare:workers";
export default class CodeExecutor extends WorkerEntrypoint {
  async evaluate(dispatchers) {
    const __logs = [];
    console.log = (...a) => { __logs.push(a.map(String).join(" ")); };
    console.warn = (...a) => { __logs.push("[warn] " + a.map(String).join(" ")); };
    console.error = (...a) => { __logs.push("[error] " + a.map(String).join(" ")); };
    const codemode = new Proxy({}, { get: (_, name) => async (args) => { const r = JSON.parse(await dispatchers.codemode.call(String(name), JSON.stringify(args ?? {}))); if (r.error) throw new Error(r.error); return r.result; } });
    try {
      const result = await Promise.race([ (${body})(), new Promise((_, reject) => setTimeout(() => reject(new Error("Execution timed out")), 200)) ]);
      return { result, logs: __logs };
    } catch (err) { return { result: undefined, error: err.message, logs: __logs }; }
  }
}`;
export default { async fetch(req, env, ctx) {
  const out = {};
  const fns = { add: ({ a, b }) => a + b, fail: () => { throw new Error('tool failed'); }, date: () => new Date(0), undef: () => undefined, nested: async () => ({ a: [1, { b: null }] }), slow: async () => { await scheduler.wait(500); return 1; } };
  const run = async (body, extra = {}) => {
    const w = env.LOADER.get(`codemode-${crypto.randomUUID()}`, () => ({ compatibilityDate: '2025-06-01', compatibilityFlags: ['nodejs_compat'], mainModule: 'executor.js', modules: { 'executor.js': code(body) }, globalOutbound: null, ...extra }));
    try { return await w.getEntrypoint().evaluate({ codemode: new Tools(fns), other: new Tools({}) }); } catch (e) { return `${e.name}: ${e.message}`; }
  };
  out.add = await run('async () => { console.log("x", 1); return await codemode.add({ a: 1, b: 2 }) }');
  out.fail = await run('async () => { return await codemode.fail() }');
  out.missing = await run('async () => { return await codemode.nope({}) }');
  out.date = await run('async () => codemode.date()'); out.undef = await run('async () => codemode.undef()'); out.nested = await run('async () => codemode.nested()');
  out.par = await run('async () => Promise.all([codemode.add({a:1,b:1}), codemode.add({a:2,b:2}), codemode.nested()])');
  out.seq = await run('async () => { let t = 0; for (let i = 0; i < 20; i++) t = await codemode.add({ a: t, b: i }); return t }');
  out.timeout = await run('async () => { await new Promise(() => {}) }'); out.slow = await run('async () => codemode.slow()');
  out.fetch = await run('async () => { const r = await fetch("https://example.com"); return r.status }');
  out.connect = await run('async () => { const { connect } = await import("cloudflare:sockets"); const s = connect("1.1.1.1:80"); await s.opened; return 1 }');
  out.outbound = await run('async () => { const r = await fetch("https://example.com/a", { method: "POST", body: "b" }); return [r.status, await r.text()] }', { globalOutbound: ctx.exports.Outbound({ props: {} }) });
  out.syntax = (await run('async () => { return ( }')).startsWith('Error: Failed to start Worker:\nUncaught SyntaxError: '); out.ref = await run('async () => nope.x'); out.thrown = await run('async () => { throw "text" }');
  out.evalIt = await run('async () => eval("1+1")'); out.fn = await run('async () => new Function("return 1")()');
  out.mod = await run('async () => (await import("tool.js")).x', { modules: { 'executor.js': code('async () => (await import("tool.js")).x'), 'tool.js': 'export const x = 42;' } });
  out.envs = await run('async () => [typeof process, typeof Buffer, typeof env, typeof require]'); out.node = await run('async () => { const { createHash } = await import("node:crypto"); return createHash("sha256").update("a").digest("hex").slice(0, 8) }');
  out.big = await run('async () => "x".repeat(100000).length'); out.fnResult = await run('async () => () => 1').then(String, String); out.symbol = await run('async () => Symbol("a")'); out.cyclic = await run('async () => { const a = {}; a.a = a; return a }').then((r) => r.result?.a === r.result || r, String); out.map = await run('async () => new Map([[1, new Set([2])]])').then((r) => [...r.result.keys()]);
  out.classy = await run('async () => { class A { x = 1 } return new A() }'); out.resp = await run('async () => new Response("x")').then((r) => r.result?.constructor?.name ?? r, String);
  out.proxy = await run('async () => new Proxy({}, {})'); out.promiseInside = await run('async () => ({ a: Promise.resolve(1) })'); out.errorResult = await run('async () => new TypeError("boom")').then((r) => [r.result?.name, r.result?.message, r.result instanceof TypeError]);
  out.load = await (async () => { const w = env.LOADER.load({ compatibilityDate: '2025-06-01', mainModule: 'm.js', modules: { 'm.js': 'export default { async evaluate(x, env, ctx) { return [x, typeof env, typeof ctx] } }' } }); return w.getEntrypoint().evaluate({ a: 1 }); })();
  return Response.json(out);
} };
