// --- helpers ---
const E = (e) => { if (e === null || typeof e !== 'object') return { thrown: String(e), type: typeof e }; const o = { name: e.name, message: e.message }; for (const k of Object.getOwnPropertyNames(e)) if (!['stack', 'message', 'name'].includes(k)) o['.' + k] = e[k]; o.class = e.constructor?.name; return o; };
const T = async (f) => { try { const v = await f(); return { ok: v === undefined ? 'undefined' : v }; } catch (e) { return { err: E(e) }; } };
const J = (v) => new Response(JSON.stringify(v), { headers: { 'content-type': 'application/json' } });
const mk = (src, extra) => ({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': src }, ...extra });
const cls = (body, top = '') => "import { WorkerEntrypoint, RpcTarget, DurableObject } from 'cloudflare:workers';" + top + ' export default class extends WorkerEntrypoint { ' + body + ' }';
// --- probe ---
import { env as imported, exports as importedExports, waitUntil, withEnv, withExports, withEnvAndExports, WorkerEntrypoint } from 'cloudflare:workers';
export class Api extends WorkerEntrypoint { who() { return [this.ctx.props, imported.V, this.env.V]; } }
let waited = [];
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
export default { async fetch(req, env, ctx) {
  if (new URL(req.url).pathname === '/waited') return J(waited);
  const out = {}; const t = async (n, f) => { out[n] = await T(f); };
  await t('plain', () => [imported.V, env.V, imported === env, Object.keys(imported).includes('V'), 'V' in imported]);
  await t('with', () => withEnv({ V: 'with' }, () => [imported.V, env.V, Object.keys(imported)]));
  await t('afterWith', () => imported.V);
  await t('withAsync', () => withEnv({ V: 'async' }, async () => { const a = imported.V; await 0; const b = imported.V; await sleep(1); return [a, b, imported.V]; }));
  await t('outsideMeanwhile', async () => { const p = withEnv({ V: 'other' }, async () => { await sleep(5); return imported.V; }); const here = imported.V; await sleep(1); return [here, imported.V, await p]; });
  await t('nested', () => withEnv({ V: 1 }, () => [imported.V, withEnv({ V: 2 }, () => imported.V), imported.V]));
  await t('timer', () => withEnv({ V: 'timer' }, () => new Promise((r) => setTimeout(() => r(imported.V), 1))));
  await t('then', () => withEnv({ V: 'then' }, () => Promise.resolve().then(() => imported.V)));
  await t('throws', () => withEnv({ V: 'x' }, () => { throw new TypeError('inside'); }));
  await t('afterThrow', () => imported.V);
  await t('badEnv', () => withEnv(5, () => imported.V));
  await t('nullEnv', () => withEnv(null, () => imported.V));
  await t('noFn', () => withEnv({}));
  await t('fnArgs', () => withEnv({}, (...a) => a.length));
  await t('exports', () => [typeof importedExports.Api, importedExports === ctx.exports, Object.keys(importedExports).sort()]);
  await t('withExports', () => withExports({ Z: 1 }, () => [importedExports.Z, importedExports.Api === undefined]));
  await t('withBoth', () => withEnvAndExports({ V: 3 }, { Z: 2 }, () => [imported.V, importedExports.Z]));
  await t('write', () => { imported.W = 5; const seen = [imported.W, env.W]; delete imported.W; return [...seen, 'W' in imported]; });
  await t('entrypoint', () => importedExports.Api({ props: { p: 1 } }).who());
  await t('entrypointInWith', () => withEnv({ V: 'other isolate' }, () => importedExports.Api({ props: {} }).who()));
  await t('waitUntil', () => waitUntil(sleep(1).then(() => waited.push('imported'))));
  await t('waitUntilNothing', () => waitUntil());
  await t('waitUntilValue', () => waitUntil(5));
  await t('waitUntilDetached', () => { const { waitUntil: w } = ctx; return w(5); });
  await t('mapVirtualHost', () => [typeof ctx.mapVirtualHost, ctx.mapVirtualHost?.length]);
  await t('passThrough', () => ctx.passThroughOnException());
  await t('passThroughDetached', () => { const { passThroughOnException: p } = ctx; return p(); });
  await t('props', () => { const p = ctx.props; ctx.props = { changed: 1 }; return [p, ctx.props]; });
  await t('tracing', () => [typeof ctx.tracing, typeof ctx.tracing?.enterSpan]);
  await t('access', () => [ctx.access === undefined, ctx.cache === undefined]);
  ctx.waitUntil(sleep(2).then(() => waited.push('ctx')));
  return J(out);
} };
