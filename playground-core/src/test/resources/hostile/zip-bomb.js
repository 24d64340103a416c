// Unpacks a hundred kilobytes to sixteen megabytes and keeps them ten times.
// expect: exceededMemory
export default {
  async fetch(request, env, ctx) {
    // Deflate with fixed codes: one zero, then the longest repetition at distance 1 again and again. Thirteen bits each for
    // 258 bytes, so that the bytes repeat after thirteen.
    const bytes = new Uint8Array(100_000);
    let at = 0;
    const put = (bits) => {
      for (const bit of bits) {
        bytes[at >> 3] |= bit << (at & 7);
        at++;
      }
    };
    put([1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0]);
    for (let i = 0; i < 24; i++) put([1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]);
    const repeated = bytes.slice(15, 28);
    for (let i = 28; i + 13 <= bytes.length; i += 13) bytes.set(repeated, i);
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const kept = [];
    for await (const chunk of unpacked) for (let i = 0; i < 10; i++) kept.push(chunk.slice());
    return new Response(String(kept.length));
  },
};
