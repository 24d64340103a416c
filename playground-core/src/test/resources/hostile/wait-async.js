// Waits for a hundred thousand places of shared memory.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const view = new Int32Array(new SharedArrayBuffer(8));
    const waits = Array.from({ length: 1e5 }, () => Atomics.waitAsync(view, 0, 0, 1e6).value);
    await Promise.all(waits);
  },
};
