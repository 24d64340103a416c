// Counts in SQL without end.
// expect: exceededWallTime
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    await env.DB.prepare('WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n').all();
  },
};
