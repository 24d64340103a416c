// Waits a thousand times at once, for times that are no times.
// expect: exception
// says: Too many
export default {
  async fetch(request, env, ctx) {
    const waits = [];
    for (let i = 0; i < 1000; i++) waits.push(scheduler.wait([1e9, Infinity, -1, NaN, '1e9', { valueOf: () => 1e9 }][i % 6]));
    await Promise.all(waits);
    return new Response('waited');
  },
};
