// Gives each facet of an object a facet of its own.
// expect: exception
// says: Too many
// cpuMs: 2000
import { DurableObject } from 'cloudflare:workers';
export class Thing extends DurableObject {
  async deep(depth) {
    const facet = this.ctx.facets.get('f' + depth, () => ({ class: this.ctx.exports.Thing }));
    return facet.deep(depth + 1);
  }
}
export default {
  async fetch(request, env, ctx) {
    return new Response(await env.THING.get(env.THING.idFromName('one')).deep(0));
  },
};
