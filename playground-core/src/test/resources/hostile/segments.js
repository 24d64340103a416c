// Takes a text of a million letters apart, once more for each of them.
// expect: exceededCpu|exceededMemory
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const text = 'e\u0301'.repeat(5e5);
    let count = 0;
    for (;;) for (const { segment } of new Intl.Segmenter('th', { granularity: 'word' }).segment(text)) count += segment.length;
  },
};
