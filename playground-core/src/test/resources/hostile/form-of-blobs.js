// Sends a form with one large file ten thousand times.
// expect: exceededCpu
// cpuMs: 250
export default {
  async fetch(request, env, ctx) {
    const form = new FormData();
    const file = new Blob([new Uint8Array(1_000_000)]);
    for (let i = 0; i < 10_000; i++) form.append('file', file, 'a');
    return new Response((await new Response(form).arrayBuffer()).byteLength);
  },
};
