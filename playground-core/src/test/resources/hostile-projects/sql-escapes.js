// Looks for files, memory and settings by the SQL of a Durable Object.
// expect: ok
// says: got []
import { DurableObject } from 'cloudflare:workers';
export class Thing extends DurableObject {
  escape() {
    const got = [];
    for (const sql of ["ATTACH '/etc/passwd' AS a", "ATTACH ':memory:' AS b", "SELECT load_extension('/lib/x')", "SELECT readfile('/etc/passwd')", "SELECT writefile('/tmp/x', 'y')", "VACUUM INTO '/tmp/stolen.db'", "PRAGMA max_page_count = 1000000000", "PRAGMA hard_heap_limit = 0", "SELECT * FROM pragma_database_list", "SELECT fts3_tokenizer('x')", "PRAGMA temp_store_directory = '/tmp'", "PRAGMA writable_schema = ON", "SELECT * FROM sqlite_dbpage", "BEGIN"]) {
      try { got.push([sql, [...this.ctx.storage.sql.exec(sql)]]); } catch {}
    }
    return 'got ' + JSON.stringify(got);
  }
}
export default {
  async fetch(request, env, ctx) {
    return new Response(await env.THING.get(env.THING.idFromName('one')).escape());
  },
};
