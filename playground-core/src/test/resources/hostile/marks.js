// Marks time without end.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; ; i++) {
      performance.mark('mark ' + i, { detail: new Array(100).fill(i) });
      performance.measure('measure ' + i);
    }
  },
};
