// Compiles bytes that are no WebAssembly, and promise much.
// expect: ok
// says: refused
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const head = [0, 97, 115, 109, 1, 0, 0, 0];
    const huge = [0xff, 0xff, 0xff, 0xff, 0x0f];
    for (const tail of [[1, ...huge], [1, 5, ...huge], [3, 6, 1, ...huge], [5, 7, 1, 1, ...huge, 1], [11, 6, ...huge], [10, 8, 1, 6, 1, ...huge], [0, 6, ...huge]]) {
      for (const use of [(bytes) => new WebAssembly.Module(bytes), (bytes) => WebAssembly.validate(bytes), (bytes) => WebAssembly.compile(bytes)]) {
        try { const result = use(new Uint8Array([...head, ...tail])); if (result instanceof Promise) result.catch(() => {}); } catch {}
      }
    }
    return new Response('refused');
  },
};
