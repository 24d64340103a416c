// Has each character of a text replaced by the whole text.
// expect: exceededCpu
// cpuMs: 150
// engine: any
// because: one call of a built-in, which does not look whether it was told to end
export default {
  async fetch(request, env, ctx) {
    let text = 'x'.repeat(1000);
    for (;;) text = text.replaceAll('x', "$&$`$'");
  },
};
