// Has a value with a million names cloned, again and again.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const wide = {};
    for (let i = 0; i < 1e5; i++) wide['name' + i] = i;
    for (;;) structuredClone([wide, { ...wide }, new Map(Object.entries(wide))]);
  },
};
