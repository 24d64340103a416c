// Puts a stream through a hundred thousand others.
// expect: exceededCpu|exceededMemory
// because: it keeps what it makes, so that a fast machine comes to the limit of memory first
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    let stream = new Response('x').body;
    for (let i = 0; i < 1e5; i++) stream = stream.pipeThrough(new TransformStream());
    return new Response(stream);
  },
};
