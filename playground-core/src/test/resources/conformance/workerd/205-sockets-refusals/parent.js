// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
import { connect } from 'cloudflare:sockets';
const pairOf = () => { const [a, b] = Object.values(new WebSocketPair()); return { a, b }; };
export default { async fetch(req, env, ctx) {
  const out = {};
  for (const a of ['x', 'x:y', ':80', { hostname: 'a' }, 5, 'a:99999', 'http://a:1', 'a:1/x', { hostname: 'a', port: 99999 }, { hostname: 'a', port: 'z' }]) out['address ' + JSON.stringify(a)] = await T(() => { connect(a); return 'made'; });
  for (const o of [{ secureTransport: 'x' }, { secureTransport: null }, 5]) out['options ' + JSON.stringify(o)] = await T(() => { connect('127.0.0.1:9', o); return 'made'; });
  const e = env.LOADER.load(mk("import { connect } from 'cloudflare:sockets';" + cls("async ws() { const w = new WebSocket('wss://example.com/'); return 'made ' + w.readyState } async f() { return (await fetch('https://example.com/', { headers: { upgrade: 'websocket' } })).status } async tls(how) { const s = connect('a.example:1', { secureTransport: how }); s.closed.catch(() => {}); s.opened.catch(() => {}); const t = s.startTls(); t.closed.catch(() => {}); t.opened.catch(() => {}); return [s.upgraded, s.secureTransport, t.secureTransport] } fetch() { const [a, b] = Object.values(new WebSocketPair()); return new Response(null, { status: 101, webSocket: a }) }"), { globalOutbound: null })).getEntrypoint();
  for (const how of ['off', 'on', 'starttls']) out['tls ' + how] = await T(() => e.tls(how));
  out.ws = await T(() => e.ws()); out.fetch = await T(() => e.f());
  out.notAsked = await T(async () => (await e.fetch('http://x/')).status);
  out.asked = await T(async () => (await e.fetch('http://x/', { headers: { Upgrade: 'WebSocket' } })).status);
  out.scheme = await T(async () => (await fetch('ws://example.com/', { headers: { Upgrade: 'websocket' } })).status);
  for (const u of ['', 'ftp://x/', '/x', 'ws://x/#f']) out['url ' + u] = await T(() => new WebSocket(u).url);
  for (const p of ['a b', ['a', 'a'], '']) out['protocol ' + JSON.stringify(p)] = await T(() => new WebSocket('ws://127.0.0.1:9/', p).url);
  out.closeBefore = await T(() => { const { a } = pairOf(); a.close(1000) });
  out.closeCodes = {}; for (const c of [0, 999, 1000, 1001, 1004, 1005, 1006, 1015, 2999, 3000, 4999, 5000, 70000]) out.closeCodes[c] = await T(() => { const { a, b } = pairOf(); a.accept(); b.accept(); a.close(c) });
  out.longReason = await T(() => { const { a } = pairOf(); a.accept(); a.close(1000, 'x'.repeat(124)) });
  out.reasonOnly = await T(() => { const { a } = pairOf(); a.accept(); a.close(undefined, 'x') });
  out.buffered = await T(() => { const { a } = pairOf(); a.accept(); const n = a.bufferedAmount; a.send('abc'); return [n, typeof a.bufferedAmount] });
  out.sendTypes = {}; for (const v of [1, {}, null, undefined, new Blob(['x']), [1]]) out.sendTypes[String(v)] = await T(() => { const { a } = pairOf(); a.accept(); a.send(v) });
  out.response = await T(() => new Response(null, { status: 200, webSocket: pairOf().a }).status);
  out.responseNone = await T(() => new Response(null, { status: 101 }).status);
  out.acceptTwice = await T(() => { const { a } = pairOf(); a.accept(); a.accept() });
  out.reuse = await T(() => { const { a } = pairOf(); a.accept(); return new Response(null, { status: 101, webSocket: a }).status });
  return J(out);
} };
