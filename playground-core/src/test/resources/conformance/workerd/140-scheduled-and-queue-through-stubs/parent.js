// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
const CHILD = `
const D = (o) => { const p = Object.getPrototypeOf(o); return { cls: o.constructor.name, tag: Object.prototype.toString.call(o), keys: Object.getOwnPropertyNames(p).sort(), own: Object.keys(o) }; };
let seen = [];
const shape = (b) => ({ queue: b.queue, batch: D(b), n: b.messages.length, arr: Array.isArray(b.messages), frozen: Object.isFrozen(b.messages), first: b.messages[0] && { ...D(b.messages[0]), id: b.messages[0].id, date: b.messages[0].timestamp instanceof Date, ms: b.messages[0].timestamp.getTime(), attempts: b.messages[0].attempts, body: b.messages[0].body, type: Object.prototype.toString.call(b.messages[0].body) } });
export default {
  fetch() { const s = seen; seen = []; return new Response(JSON.stringify(s)); },
  async scheduled(c, env, ctx) {
    seen.push({ ...D(c), cron: c.cron, time: c.scheduledTime, type: c.type, ctx: ctx.constructor.name, env: typeof env });
    if (c.cron === 'noRetry') c.noRetry();
    if (c.cron === 'throw') throw new TypeError('sch boom');
    if (c.cron === 'throwNoRetry') { c.noRetry(); throw new TypeError('sch boom'); }
    if (c.cron === 'wait') ctx.waitUntil(Promise.reject(new Error('late')));
    if (c.cron === 'later') ctx.waitUntil(new Promise((r) => setTimeout(() => { c.noRetry(); r(); }, 20)));
  },
  async queue(b, env, ctx) {
    seen.push(shape(b));
    switch (b.queue) {
      case 'ackAll': b.ackAll(); break;
      case 'retryAll': b.retryAll(); break;
      case 'retryAllDelay': b.retryAll({ delaySeconds: 7 }); break;
      case 'each': b.messages[0].ack(); b.messages[1].retry({ delaySeconds: 5 }); b.messages[2].retry(); break;
      case 'ackThenRetry': b.messages[0].ack(); b.messages[0].retry(); break;
      case 'retryThenAck': b.messages[0].retry(); b.messages[0].ack(); break;
      case 'retryTwice': b.messages[0].retry({ delaySeconds: 1 }); b.messages[0].retry({ delaySeconds: 2 }); b.messages[0].retry(); break;
      case 'ackAllThenRetry': b.ackAll(); b.retryAll(); b.messages[0].retry(); b.messages[1].ack(); break;
      case 'retryAllThenAck': b.retryAll(); b.ackAll(); b.messages[0].ack(); b.messages[1].retry({ delaySeconds: 3 }); break;
      case 'throw': b.messages[0].ack(); throw new Error('q boom');
      case 'late': ctx.waitUntil(new Promise((r) => setTimeout(() => { b.messages[0].ack(); r(); }, 20))); break;
      case 'badDelay': try { b.messages[0].retry({ delaySeconds: 'x' }); } catch (e) { seen.push(String(e)); } try { b.messages[0].retry(5); } catch (e) { seen.push(String(e)); } try { b.messages[0].retry({ delaySeconds: -1 }); } catch (e) { seen.push(String(e)); } try { b.messages[1].retry({ delaySeconds: 1.9 }); } catch (e) { seen.push(String(e)); } break;
      case 'detached': try { const { ack } = b.messages[0]; ack(); } catch (e) { seen.push(e.name); } break;
    }
  },
};
export class Cls extends (await import('cloudflare:workers')).WorkerEntrypoint {
  scheduled(c, ...rest) { this.ctx.waitUntil(0); if (c.cron === 'rest') throw new Error('rest ' + rest.length); }
  async queue(b, ...rest) { b.messages[0].ack(); }
}
export const none = { fetch() { return new Response('none'); } };
export const sync = { scheduled() { throw new RangeError('sync'); }, queue() { return 5; } };
`;
export default { async fetch(req, env, ctx) {
  const w = env.LOADER.load(mk(CHILD)); const e = w.getEntrypoint();
  const out = {};
  const seen = async () => (await e.fetch('http://x/')).json();
  for (const cron of ['ok', 'noRetry', 'throw', 'throwNoRetry', 'wait', 'later']) out['s.' + cron] = { r: await T(() => e.scheduled({ cron, scheduledTime: new Date(1234567890123) })), seen: await seen() };
  out['s.none'] = await T(() => e.scheduled());
  out['s.noneSeen'] = (await seen()).map((x) => ({ ...x, time: typeof x.time }));
  const M = (n) => Array.from({ length: n }, (_, i) => ({ id: 'm' + i, timestamp: new Date(1000 * i), attempts: i + 1, body: { i } }));
  for (const q of ['plain', 'ackAll', 'retryAll', 'retryAllDelay', 'each', 'ackThenRetry', 'retryThenAck', 'retryTwice', 'ackAllThenRetry', 'retryAllThenAck', 'throw', 'late', 'badDelay', 'detached']) out['q.' + q] = { r: await T(() => e.queue(q, M(3))), seen: await seen() };
  for (const [name, body] of [['string', 'text'], ['date', new Date(5)], ['bytes', new Uint8Array([1, 2])], ['map', new Map([[1, 2]])], ['undefined', undefined]]) out['b.' + name] = { r: await T(() => e.queue('body', [{ id: 'a', timestamp: new Date(1), attempts: 1, body }])), seen: await seen() };
  out.fn = await T(() => e.queue('body', [{ id: 'a', timestamp: new Date(1), attempts: 1, body: () => 1 }]));
  out.empty = { r: await T(() => e.queue('empty', [])), seen: await seen() };
  out.noArgs = await T(() => e.queue());
  out.noId = await T(() => e.queue('x', [{ timestamp: new Date(1), attempts: 1, body: 1 }]));
  out.notArray = await T(() => e.queue('x', 5));
  const c = w.getEntrypoint('Cls');
  out.cls = [await T(() => c.scheduled({ cron: 'a' })), await T(() => c.scheduled({ cron: 'rest' })), await T(() => c.queue('z', M(1)))];
  const n = w.getEntrypoint('none');
  out.absent = [await T(() => n.scheduled({ cron: 'a' })), await T(() => n.queue('z', M(1)))];
  const y = w.getEntrypoint('sync');
  out.sync = [await T(() => y.scheduled({ cron: 'a' })), await T(() => y.queue('z', M(1)))];
  out.missing = await T(() => w.getEntrypoint('nope').queue('z', M(1)));
  return J(out);
} };
