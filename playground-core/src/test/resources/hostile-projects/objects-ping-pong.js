// Has two objects call each other without end.
// expect: exception
// says: Too many
// cpuMs: 2000
import { DurableObject } from 'cloudflare:workers';
export class Thing extends DurableObject {
  async call(depth) { return this.env.THING.get(this.env.THING.idFromName(depth % 2 ? 'one' : 'other')).call(depth + 1); }
}
export default {
  async fetch(request, env, ctx) {
    return new Response(await env.THING.get(env.THING.idFromName('one')).call(0));
  },
};
