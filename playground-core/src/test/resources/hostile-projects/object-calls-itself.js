// Has an object call itself from its constructor.
// expect: exceededWallTime
import { DurableObject } from 'cloudflare:workers';
export class Thing extends DurableObject {
  constructor(ctx, env) { super(ctx, env); ctx.blockConcurrencyWhile(() => env.THING.get(env.THING.idFromName('one')).call()); }
  call() { return 'called'; }
}
export default {
  async fetch(request, env, ctx) {
    return new Response(await env.THING.get(env.THING.idFromName('one')).call());
  },
};
