// Asks SQL for rows, texts and blobs without end.
// expect: ok|exceededWallTime
// says: refused|wall time
// cpuMs: 8000
export default {
  async fetch(request, env, ctx) {
    let refused = 0;
    for (const sql of [
      "SELECT randomblob(2000000000)", "SELECT zeroblob(2000000000)", "SELECT printf('%*d', 2000000000, 1)", "SELECT replace(hex(zeroblob(1000000)), '0', hex(zeroblob(1000000)))",
      "SELECT group_concat(x) FROM (WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 100000000) SELECT hex(zeroblob(1000000)) AS x FROM n)",
      "WITH RECURSIVE n(x) AS (SELECT 'x' UNION ALL SELECT x || x FROM n) SELECT x FROM n",
      "ATTACH '/etc/passwd' AS a", "SELECT load_extension('/lib/x')", "SELECT readfile('/etc/passwd')", "PRAGMA max_page_count = 1000000000", "PRAGMA hard_heap_limit = 0", "PRAGMA journal_mode = OFF", "VACUUM INTO '/tmp/stolen.db'",
      "SELECT " + "(".repeat(5000) + "1" + ")".repeat(5000), "SELECT 1" + " UNION ALL SELECT 1".repeat(5000), "SELECT ".padEnd(1_000_000, ' ') + "1",
    ]) {
      await env.DB.prepare(sql).all().catch(() => refused++);
    }
    await env.DB.prepare('SELECT ?1').bind('x'.repeat(5_000_000)).all().catch(() => refused++);
    await env.DB.batch(Array.from({ length: 10 }, () => env.DB.prepare('SELECT 1'))).catch(() => refused++);
    return new Response('refused ' + refused);
  },
};
