// Says that it answers with nine thousand million million bytes.
// expect: exception
// says: did not see all expected bytes
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    const { readable, writable } = new FixedLengthStream(Number.MAX_SAFE_INTEGER);
    const writer = writable.getWriter();
    ctx.waitUntil(writer.write(new Uint8Array(10)).then(() => writer.close()).catch(() => {}));
    return new Response(readable, { headers: { 'content-length': '-1' } });
  },
};
