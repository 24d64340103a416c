// Gives an object a thenable that loops to wait for.
// expect: exceededCpu
// cpuMs: 300
import { DurableObject } from 'cloudflare:workers';
export class Thing extends DurableObject {
  constructor(ctx, env) { super(ctx, env); ctx.blockConcurrencyWhile(() => ({ then() { for (;;); } })); }
  call() { return 'called'; }
}
export default {
  async fetch(request, env, ctx) {
    return new Response(await env.THING.get(env.THING.idFromName('one')).call());
  },
};
