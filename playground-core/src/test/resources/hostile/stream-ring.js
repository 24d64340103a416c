// Pipes a stream into itself, with a part that doubles.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const { readable, writable } = new TransformStream({ transform(part, controller) { controller.enqueue(part); controller.enqueue(part); } }, { highWaterMark: Infinity }, { highWaterMark: Infinity });
    const writer = writable.getWriter();
    writer.write('x');
    writer.releaseLock();
    await readable.pipeTo(writable);
    return new Response();
  },
};
