// Has dates parsed that are megabytes long.
// expect: exceededCpu|exceededMemory
export default {
  async fetch(request, env, ctx) {
    for (;;) for (const text of ['1'.repeat(1e6), '('.repeat(1e6), ' '.repeat(1e6) + 'x', 'Jan '.repeat(2e5), '+000000'.repeat(1e5), '1970-01-01T00:00:00.' + '0'.repeat(1e6) + 'Z']) { Date.parse(text); new Date(text).toString(); }
  },
};
