// Fills a queue with batches of the largest size, and with bodies that are none.
// expect: exception|exceededWallTime
// says: Too many subrequests|wall time
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    for (const body of [() => {}, Symbol(), 'x'.repeat(200_000), new Proxy({}, { get() { throw 1; } })]) await env.QUEUE.send(body).catch(() => {});
    await env.QUEUE.send('x', { delaySeconds: 1e9 }).catch(() => {});
    for (;;) await env.QUEUE.sendBatch(Array.from({ length: 100 }, () => ({ body: 'x'.repeat(2000) })));
  },
};
