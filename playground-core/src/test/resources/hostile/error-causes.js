// Throws an error with a hundred thousand causes one below the other, each with as many errors beside it.
// expect: exception|exceededMemory
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    let error = new Error('first');
    for (let i = 0; i < 1e5; i++) error = new Error('n' + i, { cause: error });
    const all = new AggregateError(Array(1e5).fill(error), 'all', { cause: error });
    error.cause.cause.cause = all;
    console.error(all);
    throw all;
  },
};
