// Takes a slice of a slice of a slice.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    let blob = new Blob(['x'.repeat(2e5)]);
    for (let i = 0; i < 1e5; i++) blob = blob.slice(1);
    return new Response((await blob.text()).length);
  },
};
