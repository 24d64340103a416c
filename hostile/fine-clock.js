// Looks for a clock that is fine enough to spy on caches.
// expect: ok
// says: finer than a millisecond: false
export default {
  async fetch(request, env, ctx) {
    const readings = [];
    for (let i = 0; i < 1000; i++) readings.push(Date.now(), performance.now());
    return new Response('finer than a millisecond: ' + readings.some((reading) => reading % 1 !== 0));
  },
};
