// Reckons dates of far away by calendars that follow the moon.
// expect: exceededCpu
// cpuMs: 150
// engine: any
export default {
  async fetch(request, env, ctx) {
    for (;;) for (const calendar of ['chinese', 'dangi', 'islamic', 'hebrew', 'persian', 'ethiopic']) {
      const format = new Intl.DateTimeFormat('en-u-ca-' + calendar, { dateStyle: 'full', timeStyle: 'full' });
      for (const day of [-8.64e15, 8.64e15, 0]) { format.format(day); format.formatRange(-8.64e15, day); format.formatToParts(day); }
    }
  },
};
