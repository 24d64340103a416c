// Makes a blob of two of itself forty times, and reads it.
// expect: exception
// says: RangeError
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    let blob = new Blob(['x'.repeat(1000)]);
    for (let i = 0; i < 40; i++) blob = new Blob([blob, blob]);
    return new Response((await blob.arrayBuffer()).byteLength);
  },
};
