// Follows a hundred thousand signals with each of a thousand.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const sources = Array.from({ length: 1e5 }, () => new AbortController().signal);
    const kept = [];
    for (let i = 0; i < 1000; i++) kept.push(AbortSignal.any([...sources, ...kept]));
  },
};
