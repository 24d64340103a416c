// Counts and times under names without end.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; ; i++) { console.time('t' + i + 'x'.repeat(100)); console.count('c' + i); console.group(); }
  },
};
