// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const S = (f) => { try { const v = f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
const OK = "export default { fetch() { return new Response('ok') } }";
export default { async fetch(req, env, ctx) {
  const out = {}; const show = "import * as ns from 'v'; const d = ns.default; const t = Object.prototype.toString.call(d); export default { async fetch() { return Response.json({ keys: Object.keys(ns), type: typeof d, tag: t, value: d instanceof ArrayBuffer ? [...new Uint8Array(d)] : typeof d === 'function' ? 'function' : d === undefined ? 'undefined' : d, frozen: Object.isFrozen(d) }) } }";
  const M = (v) => T(async () => (await env.LOADER.load(mk(show, { modules: { 'm.js': show, v } })).getEntrypoint().fetch('http://x/')).json());
  const buffer = new Uint8Array([1, 2, 3, 4, 5]).buffer;
  const cases = { js: { js: 'export default 5' }, jsEmpty: { js: '' }, jsNumber: { js: 5 }, jsNull: { js: null }, jsObject: { js: { toString() { return 'export default 7' } } }, cjs: { cjs: 'module.exports = { a: 1 }' }, cjsExports: { cjs: 'exports.a = 1; exports.default = 2' }, cjsPrimitive: { cjs: 'module.exports = 5' }, cjsEmpty: { cjs: '' }, cjsNull: { cjs: null },
    text: { text: 'hello' }, textEmpty: { text: '' }, textNumber: { text: 5 }, textNull: { text: null }, textObject: { text: {} }, textLone: { text: 'a\ud800b' },
    dataBuffer: { data: buffer }, dataView: { data: new DataView(buffer, 1, 2) }, dataU8: { data: new Uint8Array(buffer, 1, 3) }, dataU16: { data: new Uint16Array([258]) }, dataEmpty: { data: new ArrayBuffer(0) }, dataString: { data: 'x' }, dataArray: { data: [1, 2] }, dataNull: { data: null }, dataBlob: { data: new Blob(['x']) }, dataShared: { data: new Uint8Array(new SharedArrayBuffer(2)) },
    json: { json: { a: [1, { b: null }] } }, jsonArray: { json: [1] }, jsonString: { json: 'x' }, jsonNull: { json: null }, jsonFalse: { json: false }, jsonZero: { json: 0 }, jsonNaN: { json: NaN }, jsonDate: { json: new Date(0) }, jsonToJSON: { json: { toJSON() { return 'custom' } } }, jsonFn: { json: () => {} }, jsonSym: { json: Symbol('q') }, jsonMap: { json: new Map([[1, 2]]) }, jsonUndefInside: { json: { a: undefined, b: 1 } }, jsonProto: { json: JSON.parse('{"__proto__": 1, "c": 2}') }, jsonKeys: { json: { b: 1, a: 2, 1: 3 } }, jsonThrows: { json: { get a() { throw new RangeError('getter') } } }, jsonBigint: { json: 5n },
    py: { py: 'x = 1' }, pyNull: { py: null }, wasmString: { wasm: 'x' }, wasmNull: { wasm: null },
    two: { js: 'x', cjs: 'y' }, three: { js: 'x', cjs: 'y', text: 'z' }, twoUndef: { js: 'export default 1', cjs: undefined }, inherited: Object.create({ js: 'export default 9' }), getter: { get js() { return 'export default 10' } }, throwing: { get js() { throw new RangeError('boom') } }, unknown: { foo: 'x' }, extra: { js: 'export default 11', foo: 'x' }, nul: null, undef: undefined, array: ['x'], fn: () => {}, bool: true, number: 5, bigint: 5n, sym: Symbol('q'), boxed: new String('export default 1'), date: new Date(0), regexp: /x/, buffer, u8: new Uint8Array(2) };
  for (const [k, v] of Object.entries(cases)) out[k] = await M(v);
  return J(out);
} };
