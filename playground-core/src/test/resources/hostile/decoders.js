// Decodes megabytes in encodings that take long, piece by piece.
// expect: exceededCpu|exceededMemory
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const bytes = new Uint8Array(4e6).map((_, i) => 0x81 + i % 0x7d);
    for (;;) for (const label of ['gb18030', 'big5', 'euc-jp', 'iso-2022-jp', 'shift_jis', 'utf-16be', 'x-user-defined', 'utf-8']) {
      let decoder;
      try { decoder = new TextDecoder(label); } catch { continue; }
      for (let i = 0; i < 1000; i++) decoder.decode(bytes.subarray(i, i + 100), { stream: true });
      decoder.decode(bytes);
    }
  },
};
