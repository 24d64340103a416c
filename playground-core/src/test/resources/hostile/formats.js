// Makes formatters of every language, and writes numbers of any length.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const kept = [];
    for (let i = 0; ; i++) {
      kept.push(new Intl.DateTimeFormat(['de', 'ar', 'th-u-ca-buddhist', 'ja'][i % 4], { dateStyle: 'full', timeZone: 'Europe/Berlin' }), new Intl.Collator('de'), new Intl.PluralRules('ar'));
      (1e308).toLocaleString('en', { minimumFractionDigits: 100 });
    }
  },
};
