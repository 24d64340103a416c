// Says of everything that it is an instance of a class of the runtime.
// expect: ok
// says: refused
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    for (const kind of [Request, Response, Headers, ReadableStream, Blob, FormData, URL, URLSearchParams, ArrayBuffer, Uint8Array, Error, Map, Set, Date, RegExp, Promise]) {
      Object.defineProperty(kind, Symbol.hasInstance, { value: () => true });
    }
    let said = 'refused';
    for (const strange of [{}, new Proxy({}, {}), () => {}]) {
      try { new Request(strange).url; said = 'taken'; } catch {}
      try { structuredClone({ a: strange, b: () => {} }); said = 'taken'; } catch {}
    }
    return new Response(said);
  },
};
