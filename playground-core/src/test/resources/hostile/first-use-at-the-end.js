// Uses parts of the runtime for the first time where the stack ends: where a class breaks as it is initialised, the engine goes.
// expect: ok|exception|exceededCpu|internalError
// cpuMs: 500
// engine: perhaps
// parent: any
export default {
  async fetch(request, env, ctx) {
    const uses = [
      () => new HTMLRewriter().on('a[href^="x"]', { element() {} }).transform(new Response('<a href="x">')),
      () => new URLPattern({ pathname: '/:a(\\d+)/*' }).exec('http://x/1/2'),
      () => new WebSocketPair(),
      () => crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']),
      () => new TextDecoder('shift_jis').decode(new Uint8Array([0x82, 0xa0])),
      () => caches.default,
      () => new CompressionStream('gzip'),
      () => env.API.echo({ deep: [new Map([[1, 2]])] }),
      () => new Response(new FormData()).formData(),
    ];
    const deep = (use) => {
      try {
        deep(use);
      } catch {
        use()?.catch?.(() => {});
      }
    };
    for (const use of uses) try { deep(use); } catch {}
    return new Response('used');
  },
};
