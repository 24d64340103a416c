// Says of each part of a stream that it is minus one, or none, and loops in saying so.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    let sizes = [NaN, -1, Infinity];
    for (const size of sizes) try { new ReadableStream({ start(controller) { controller.enqueue(1); } }, { size: () => size, highWaterMark: 1 }); } catch {}
    new ReadableStream({ start(controller) { controller.enqueue(1); } }, { size() { for (;;); } });
  },
};
