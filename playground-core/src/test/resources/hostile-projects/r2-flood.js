// Writes an object that never ends, and uploads that are never done.
// expect: exception|exceededMemory|exceededWallTime|exceededCpu
// because: whether the body is too large or is never done comes first depends on the machine
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    await env.BUCKET.put('k'.repeat(1e6), 'x').catch(() => {});
    await env.BUCKET.put('k', 'x', { customMetadata: { a: 'x'.repeat(1e6) } }).catch(() => {});
    await env.BUCKET.list({ limit: 1e9, delimiter: '', prefix: 'x'.repeat(1e6), include: ['customMetadata'] }).catch(() => {});
    const upload = await env.BUCKET.createMultipartUpload('m');
    for (let i = 1; i < 10; i++) await upload.uploadPart(i * 1000, new Uint8Array(1_000_000)).catch(() => {});
    const endless = new ReadableStream({ pull(controller) { controller.enqueue(new Uint8Array(1_000_000)); } });
    await env.BUCKET.put('endless', endless).catch(() => {});
    const { readable, writable } = new FixedLengthStream(2 ** 50);
    ctx.waitUntil(writable.getWriter().write(new Uint8Array(10)).catch(() => {}));
    await env.BUCKET.put('long', readable).catch((error) => error);
    return new Response('done');
  },
};
