// Reads a generator that never ends.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const numbers = (function* () { for (let i = 0; ; i++) yield i; })();
    let sum = 0;
    for (const number of numbers) sum += number;
  },
};
