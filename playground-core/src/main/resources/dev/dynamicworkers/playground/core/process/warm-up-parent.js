// Touches what most first requests touch, so that they find it read and linked.
import { WorkerEntrypoint } from 'cloudflare:workers';
import code from './child.txt';

export class Capability extends WorkerEntrypoint {
  echo(value) {
    return value;
  }
}

// Code that is over its limit ends, which takes tens of milliseconds of CPU time the first time.
let hasEnded = false;
async function end(env, request) {
  if (hasEnded) return;
  hasEnded = true;
  const worker = env.LOADER.load({
    compatibilityDate: '2026-06-01',
    mainModule: 'index.js',
    modules: { 'index.js': 'export default { async fetch() { for (;;) await null; } };' },
    limits: { cpuMs: 1 },
    globalOutbound: null,
  });
  try {
    await worker.getEntrypoint().fetch(request);
  } catch {
    // Its end was wanted.
  }
}

export default {
  async fetch(request, env, ctx) {
    await end(env, request.clone());
    const worker = env.LOADER.load({
      compatibilityDate: '2026-06-01',
      mainModule: 'index.js',
      modules: { 'index.js': code },
      env: { CAPABILITY: ctx.exports.Capability({ props: { name: 'warm-up' } }) },
      globalOutbound: null,
    });
    const response = await worker.getEntrypoint().fetch(request);
    console.log('answered', response.status, { headers: [...response.headers] });
    return Response.json(await response.json());
  },
};
