// Splits a stream in two, a hundred thousand times.
// expect: exceededCpu|exceededMemory
// because: it keeps what it makes, so that a fast machine comes to the limit of memory first
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    let stream = new ReadableStream({ pull(controller) { controller.enqueue('x'); } });
    const kept = [];
    for (let i = 0; i < 1e5; i++) { const [one, other] = stream.tee(); kept.push(other); stream = one; }
    return new Response(String((await stream.getReader().read()).value));
  },
};
