// Packs with options that ask for more memory than there is, and unpacks frames that do.
// expect: ok|exception|exceededCpu|exceededMemory
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const zlib = await import('node:zlib');
    const tell = [];
    const tries = [
      () => zlib.deflateSync(new Uint8Array(10), { chunkSize: 2 ** 31 - 1 }),
      () => zlib.gzipSync(new Uint8Array(10), { memLevel: 9, windowBits: 15, chunkSize: 2 ** 30, level: 9 }),
      () => zlib.inflateSync(zlib.deflateSync(new Uint8Array(10)), { maxOutputLength: 2 ** 53 - 1, chunkSize: 2 ** 40 }),
      // A frame that says its window has two gigabytes, and one whose content has an exabyte.
      () => zlib.zstdDecompressSync(new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8, 0x03, 0x00, 0x10, 0x00, 0x61])),
      () => zlib.zstdDecompressSync(new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0x10, 0x03, 0x00, 0x10, 0x00, 0x61])),
      () => zlib.brotliDecompressSync(new Uint8Array([0x11, 0x1e, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])),
      () => zlib.brotliCompressSync(new Uint8Array(1e6), { params: { [zlib.constants.BROTLI_PARAM_LGWIN]: 30, [zlib.constants.BROTLI_PARAM_LARGE_WINDOW]: 1 } }),
      () => zlib.zstdCompressSync(new Uint8Array(1e6), { params: { [zlib.constants.ZSTD_c_windowLog]: 31, [zlib.constants.ZSTD_c_compressionLevel]: 22 } }),
    ];
    for (const attempt of tries) { try { tell.push(attempt().length); } catch (error) { tell.push(error.name); } }
    return new Response('tried ' + tell);
  },
};
