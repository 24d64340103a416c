// Logs an error whose causes are a ring, and a very long one.
// expect: exception|exceededMemory|exceededCpu
// because: the text of so many causes takes time and memory
// cpuMs: 1000
export default {
  async fetch(request, env, ctx) {
    const error = new Error('x'.repeat(5e6));
    error.cause = new AggregateError(Array.from({ length: 1000 }, () => error), 'y'.repeat(5e6), { cause: error });
    console.error(error);
    let chain = new Error('end');
    Error.stackTraceLimit = 0;
    for (let i = 0; i < 1e4; i++) chain = new Error('link', { cause: chain });
    console.error(chain);
    throw chain;
  },
};
