// Sets its alarm for times that are none.
// expect: ok
// says: refused
import { DurableObject } from 'cloudflare:workers';
export class Thing extends DurableObject {
  async set() {
    let refused = 0;
    for (const time of [NaN, -1, Infinity, 2 ** 63, 8.64e15 + 1, new Date(NaN), {}, 'x']) {
      try { await this.ctx.storage.setAlarm(time); } catch { refused++; }
    }
    for (let i = 0; i < 1000; i++) await this.ctx.storage.setAlarm(8.64e15);
    return 'refused ' + refused;
  }
  alarm() {}
}
export default {
  async fetch(request, env, ctx) {
    return new Response(await env.THING.get(env.THING.idFromName('one')).set());
  },
};
