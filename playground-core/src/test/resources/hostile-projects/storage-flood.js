// Writes to the storage of an object in one turn that never ends.
// expect: exceededCpu|exceededMemory
// cpuMs: 1000
import { DurableObject } from 'cloudflare:workers';
export class Thing extends DurableObject {
  fill() { for (let i = 0; ; i++) this.ctx.storage.put('k' + i, new Uint8Array(100_000)); }
}
export default {
  async fetch(request, env, ctx) {
    return new Response(await env.THING.get(env.THING.idFromName('one')).fill());
  },
};
