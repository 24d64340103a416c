// Sets its alarm again at each alarm, for at once.
// expect: ok
// says: set
import { DurableObject } from 'cloudflare:workers';
export class Thing extends DurableObject {
  async set() { await this.ctx.storage.setAlarm(Date.now()); return 'set'; }
  async alarm() { await this.ctx.storage.setAlarm(Date.now()); }
}
export default {
  async fetch(request, env, ctx) {
    return new Response(await env.THING.get(env.THING.idFromName('one')).set());
  },
};
