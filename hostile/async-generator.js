// Reads an asynchronous iterator that never ends.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    for await (const _ of { [Symbol.asyncIterator]: () => ({ next: () => ({ done: false }) }) });
  },
};
