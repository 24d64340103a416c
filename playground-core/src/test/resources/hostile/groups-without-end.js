// Groups what never ends, by keys that are all the same.
// expect: exceededCpu|exceededMemory
export default {
  async fetch(request, env, ctx) {
    return new Response(String(Object.groupBy({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }) }) }, () => 'one')));
  },
};
