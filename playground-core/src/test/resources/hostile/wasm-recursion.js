// Calls itself without end in WebAssembly, and through JavaScript.
// expect: exception
// says: stack
// cpuMs: 2000
const self = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 6, 1, 4, 0, 16, 0, 11]));
const through = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 97, 1, 98, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 1, 10, 6, 1, 4, 0, 16, 0, 11]));
export default {
  async fetch(request, env, ctx) {
    let exports;
    const deep = () => exports.f();
    exports = new WebAssembly.Instance(through, { a: { b: deep } }).exports;
    try { new WebAssembly.Instance(self).exports.f(); } catch (error) { if (!(error instanceof RangeError || error instanceof WebAssembly.RuntimeError)) throw new Error('strange ' + error); }
    deep();
  },
};
