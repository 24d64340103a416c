// Touches what most first requests touch, so that they find it read and linked.
import { WorkerEntrypoint } from 'cloudflare:workers';
import code from './child.txt';

export class Capability extends WorkerEntrypoint {
  echo(value) {
    return value;
  }
}

export default {
  async fetch(request, env, ctx) {
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
