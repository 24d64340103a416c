// Wakes object after object, each of which keeps a megabyte.
// expect: exception
// says: (objectStorageMb) is 16 MiB
// storageMb: 16
// cpuMs: 8000
import { DurableObject } from 'cloudflare:workers';
export class Thing extends DurableObject {
  async fill() { await this.ctx.storage.put(Object.fromEntries(Array.from({ length: 10 }, (_, i) => ['k' + i, new Uint8Array(100_000)]))); }
}
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; ; i++) await env.THING.get(env.THING.newUniqueId()).fill();
  },
};
