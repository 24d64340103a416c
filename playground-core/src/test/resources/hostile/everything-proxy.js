// Gives every constructor and every method a proxy that is whatever is asked of it.
// expect: ok|exceededCpu
// says: strange []|CPU
// cpuMs: 4000
export default {
  async fetch(request, env, ctx) {
    const it = new Proxy(function () {}, { get: (target, key) => (key === Symbol.toPrimitive ? () => 1 : key === Symbol.iterator ? undefined : it), apply: () => it, construct: () => it });
    let strange = [];
    const attempt = (path, work) => {
      try {
        const value = work();
        if (value instanceof Promise) value.catch((error) => look(path, error));
      } catch (error) {
        look(path, error);
      }
    };
    const look = (path, error) => {
      if (/java|graal|internal error|NullPointer|ClassCast|host/i.test(String(error) + error?.stack)) strange.push(path + ': ' + error);
    };
    const skipped = new Set(['eval', 'Function', 'setTimeout', 'setInterval', 'setImmediate', 'abortIsolate', 'globalThis', 'self', 'global', 'process', 'scheduler', 'fetch']);
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      const value = globalThis[name];
      if (skipped.has(name) || typeof value !== 'function') continue;
      for (const given of [[it], [it, it], [it, it, it], ['http://a/', it], [new Uint8Array(8), it]]) {
        attempt('new ' + name, () => new value(...given));
        attempt(name, () => value(...given));
        for (const method of Object.getOwnPropertyNames(value)) if (typeof value[method] === 'function') attempt(name + '.' + method, () => value[method](...given));
        let made;
        try { made = new value(); } catch { continue; }
        for (const method of Object.getOwnPropertyNames(value.prototype ?? {})) attempt(name + '#' + method, () => made[method]?.(...given));
      }
    }
    await scheduler.wait(10);
    return new Response('strange ' + JSON.stringify(strange.slice(0, 20)));
  },
};
