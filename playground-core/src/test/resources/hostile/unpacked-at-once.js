// Unpacks, at once, what is more than its memory.
// expect: exception
// says: Cannot create a Buffer larger than 25165824 bytes
export default {
  async fetch(request, env, ctx) {
    const { gunzipSync, gzipSync } = await import('node:zlib');
    const packed = gzipSync(new Uint8Array(13_000_000));
    gunzipSync(Buffer.concat([packed, packed]), { maxOutputLength: 2 ** 40 });
    return new Response('unpacked');
  },
};
