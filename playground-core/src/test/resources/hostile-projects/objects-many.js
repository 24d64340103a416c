// Stores a little in more objects than the process may have files, and in facets of one, then reads the first again.
// says: first: 0
// cpuMs: 30000
// subRequests: 1000
import { DurableObject } from 'cloudflare:workers';
export class Thing extends DurableObject {
  put(value) { this.ctx.storage.put('k', value); }
  get() { return this.ctx.storage.get('k'); }
}
export default {
  async fetch(request, env, ctx) {
    const objects = Array.from({ length: 400 }, (_, i) => env.THING.get(env.THING.idFromName('o' + i)));
    for (const [i, object] of objects.entries()) await object.put(i);
    return new Response('first: ' + await objects[0].get());
  },
};
