// Begins a transaction in each of many objects, and never ends it.
// expect: ok|exceededWallTime|exception
// cpuMs: 30000
import { DurableObject } from 'cloudflare:workers';
export class Thing extends DurableObject {
  hold() { this.ctx.storage.transaction(async (txn) => { await txn.put('k', 1); await new Promise(() => {}); }); }
}
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; i < 100; i++) await env.THING.get(env.THING.newUniqueId()).hold();
    return new Response('held');
  },
};
