// Gives arrays, buffers and promises a class of its own that loops.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const spin = { get() { for (;;); } };
    for (const kind of [Array, ArrayBuffer, Promise, RegExp, Uint8Array.__proto__]) Object.defineProperty(kind, Symbol.species, spin);
    await new Blob([new Uint8Array(8)]).arrayBuffer();
    await new Response('text').text();
    return new Response(await Promise.resolve(1).then(() => [1].map(String).join()));
  },
};
