// Counts in the SQL of a Durable Object without end.
// expect: exceededCpu
// cpuMs: 1000
import { DurableObject } from 'cloudflare:workers';
export class Thing extends DurableObject {
  count() { return this.ctx.storage.sql.exec('WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) AS c FROM n').one().c; }
}
export default {
  async fetch(request, env, ctx) {
    return new Response(await env.THING.get(env.THING.idFromName('one')).count());
  },
};
