// Unpacks a hundred kilobytes to two hundred megabytes and keeps them.
// expect: exceededMemory
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    // Deflate with fixed codes: one zero, then the longest repetition at distance 1, each 13 bits for 258 bytes.
    const bytes = new Uint8Array(1_300_000);
    let at = 0;
    const put = (bits) => {
      for (const bit of bits) {
        bytes[at >> 3] |= bit << (at & 7);
        at++;
      }
    };
    put([1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0]);
    const repetition = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0];
    for (let i = 0; i < 60_000; i++) put(repetition);
    put([0, 0, 0, 0, 0, 0, 0]);
    const packed = new Blob(Array.from({ length: 1 }, () => bytes.subarray(0, (at + 7) >> 3)));
    const unpacked = packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const kept = [];
    for await (const chunk of unpacked) for (let i = 0; i < 10; i++) kept.push(chunk.slice());
    return new Response(String(kept.length));
  },
};
