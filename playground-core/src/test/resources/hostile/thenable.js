// Resolves with a thenable that resolves with itself.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const self = { then(resolve) { resolve(self); } };
    await self;
  },
};
