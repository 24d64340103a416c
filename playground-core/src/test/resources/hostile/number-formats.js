// Formats a number of ten thousand digits for people, and cuts a long text into words.
// expect: exceededCpu|exceededMemory|ok
// cpuMs: 300
// engine: any
export default {
  async fetch(request, env, ctx) {
    for (;;) {
      let count = 0;
      for (const part of new Intl.Segmenter('th', { granularity: 'word' }).segment('\u0e01'.repeat(1e4))) count++;
      const large = 10n ** 10_000n;
      large.toLocaleString('en', { style: 'unit', unit: 'liter', unitDisplay: 'long' });
      new Intl.NumberFormat('ar').formatToParts(large);
      new Intl.ListFormat('de').format(Array(1e4).fill('x'));
      new Intl.PluralRules('pl').select(1e300);
    }
  },
};
