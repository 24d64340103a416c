// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
const BYTES = new Uint8Array([0,97,115,109,1,0,0,0,1,7,1,96,2,127,127,1,127,3,2,1,0,7,7,1,3,97,100,100,0,0,10,9,1,7,0,32,0,32,1,106,11]);
let top; try { top = new WebAssembly.Module(BYTES).constructor.name; } catch (e) { top = e.name + ': ' + e.message; }
export default { async fetch(req, env, ctx) {
  const e = env.LOADER.load({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'a.wasm': { wasm: BYTES }, 'm.js': `import wm from './a.wasm'; import * as ns from './a.wasm';
const E = (e) => ({ name: e.name, message: e.message, cls: e.constructor.name });
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const BYTES = new Uint8Array([0,97,115,109,1,0,0,0,1,7,1,96,2,127,127,1,127,3,2,1,0,7,7,1,3,97,100,100,0,0,10,9,1,7,0,32,0,32,1,106,11]);
export default { async run() { const o = {};
 o.module = await T(() => { new WebAssembly.Module(BYTES) });
 o.compile = await T(() => WebAssembly.compile(BYTES));
 o.inst = await T(() => WebAssembly.instantiate(BYTES));
 o.validate = await T(() => WebAssembly.validate(BYTES));
 o.compileStreaming = await T(() => typeof WebAssembly.compileStreaming + typeof WebAssembly.instantiateStreaming);
 o.instM = await T(async () => { const i = await WebAssembly.instantiate(wm); return [i.constructor.name, Object.keys(i), i.exports.add(2,3)] });
 o.new = await T(() => new WebAssembly.Instance(wm).exports.add(40, 2));
 o.tag = [String(wm), wm instanceof WebAssembly.Module, Object.keys(ns)];
 o.imports = WebAssembly.Module.imports(wm); o.exports = WebAssembly.Module.exports(wm); o.cs = WebAssembly.Module.customSections(wm, 'x').length;
 o.mem = await T(() => { const m = new WebAssembly.Memory({initial: 1, maximum: 3}); const b = m.buffer.byteLength; m.grow(1); return [b, m.buffer.byteLength] });
 o.table = await T(() => new WebAssembly.Table({initial: 2, element: 'anyfunc'}).length);
 o.global = await T(() => new WebAssembly.Global({value: 'i32', mutable: true}, 42).value);
 o.names = Object.getOwnPropertyNames(WebAssembly).sort().join(' ');
 o.noargs = await T(() => WebAssembly.instantiate()); o.bad = await T(() => WebAssembly.instantiate(5)); o.badm = await T(() => new WebAssembly.Module(5)); o.badc = await T(() => WebAssembly.compile('x'));
 return o; } }` } });
  return J({ top, r: await T(() => e.getEntrypoint().run(0)) });
} };
