// Makes every list endless.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    Array.prototype[Symbol.iterator] = function* () { for (let i = 0; ; i++) yield ['name' + i, 'value']; };
    new Headers([['a', 'b']]);
    new URLSearchParams([['a', 'b']]);
    for (const _ of []);
  },
};
