// Sends a hundred thousand views of one large buffer.
// expect: exceededCpu
// cpuMs: 250
export default {
  async fetch(request, env, ctx) {
    const buffer = new ArrayBuffer(8_000_000);
    const views = Array.from({ length: 1e5 }, (_, i) => new Uint8Array(buffer, i));
    for (;;) await env.API.echo(views);
  },
};
