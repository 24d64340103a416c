// Loops in its alarm, which is tried again when it fails.
// expect: ok
// says: set
// cpuMs: 300
import { DurableObject } from 'cloudflare:workers';
export class Thing extends DurableObject {
  async set() { await this.ctx.storage.setAlarm(Date.now()); return 'set'; }
  async alarm() { for (;;); }
}
export default {
  async fetch(request, env, ctx) {
    return new Response(await env.THING.get(env.THING.idFromName('one')).set());
  },
};
