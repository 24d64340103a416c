// Makes a buffer that may grow to a terabyte, and lets it grow.
// expect: exception
export default {
  async fetch(request, env, ctx) {
    const buffer = new ArrayBuffer(0, { maxByteLength: 2 ** 40 });
    for (let i = 20; ; i++) buffer.resize(2 ** i);
  },
};
