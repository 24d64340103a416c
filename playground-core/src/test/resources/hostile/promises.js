// Makes a chain of promises without end.
// expect: exceededMemory
export default {
  async fetch(request, env, ctx) {
    let promise = new Promise(() => {});
    for (;;) promise = promise.then((value) => value);
  },
};
