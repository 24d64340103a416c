// Clones a response a hundred thousand times, each of the clone before.
// expect: exceededCpu|exceededMemory
// because: it keeps what it makes, so that a fast machine comes to the limit of memory first
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    let response = new Response('x'.repeat(1000));
    const kept = [];
    for (let i = 0; i < 1e5; i++) kept.push(response = response.clone());
    return new Response(await response.text());
  },
};
