// Writes a million data points, some of which are none.
// expect: exception
// says: Too many subrequests
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    for (const point of [null, {}, { blobs: ['x'.repeat(1e7)] }, { indexes: Array(1000).fill('x') }, { doubles: Array(1e5).fill(NaN) }, new Proxy({}, { get() { throw 1; } })]) try { env.POINTS.writeDataPoint(point); } catch {}
    for (let i = 0; i < 1e6; i++) env.POINTS.writeDataPoint({ blobs: ['x'.repeat(1000)], doubles: [i], indexes: ['a'] });
    return new Response('written');
  },
};
