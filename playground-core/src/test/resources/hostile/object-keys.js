// Gives one object key after key.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const object = {};
    for (let i = 0; ; i++) object['key' + i] = i;
  },
};
