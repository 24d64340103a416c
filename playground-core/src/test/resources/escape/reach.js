// Collects every object and function that guest code can reach from where it begins, by own properties, prototypes,
// getters, constructors, iterators, calls, promises and errors. The test looks at what was collected from the host's
// side, and so is every text, each with where it was found first.

// What would end or disturb the search when it is called.
const NOT_CALLED = new Set(['abort', 'abortIsolate', 'exit', 'kill', 'reallyExit', 'setInterval', 'setTimeout', 'setImmediate', 'wait', 'fetch', 'connect', 'queueMicrotask', 'gc', 'eval', 'setPrototypeOf', 'defineProperty', 'defineProperties', 'assign', 'freeze', 'seal', 'preventExtensions', 'deleteProperty', '__defineGetter__', '__defineSetter__', 'set __proto__', 'fill', 'set', 'add', 'clear', 'delete']);
const MOST = 12_000;

// What later calls may damage.
const { ownKeys, getOwnPropertyDescriptor, apply } = Reflect;
const getPrototypeOf = Object.getPrototypeOf;
const textOf = Function.prototype.toString;
const wait = scheduler.wait.bind(scheduler);
const race = Promise.race.bind(Promise);
const allSettled = Promise.allSettled.bind(Promise);
const log = console.log.bind(console);
const call = Function.prototype.call;
const hasText = call.bind(Map.prototype.has);
const keepText = call.bind(Map.prototype.set);
const listOf = Array.from.bind(Array);

export function collect() {
  const seen = new Set();
  const list = [];
  const texts = new Map();
  const queue = [];
  const pending = [];

  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
  const look = (value, path) => {
    if (typeof value === 'string') {
      if (!hasText(texts, value)) keepText(texts, value, path);
    } else if (isObject(value) && !seen.has(value) && list.length < MOST) {
      seen.add(value);
      list.push(value);
      queue.push([value, path]);
    }
  };
  const attempt = (path, work) => {
    try {
      const value = work();
      look(value, path);
      if (value instanceof Promise) pending.push(value.then((got) => look(got, path + ' settled'), (error) => look(error, path + ' rejected')));
      return value;
    } catch (error) {
      look(error, path + ' threw');
      if (isObject(error)) {
        look(error.stack, path + ' stack');
        look(error.message, path + ' message');
      }
      return undefined;
    }
  };

  const visit = (object, path) => {
    attempt(path + ' prototype', () => getPrototypeOf(object));
    attempt(path + ' tag', () => Object.prototype.toString.call(object));
    let keys = [];
    attempt(path + ' keys', () => {
      keys = ownKeys(object);
    });
    for (const key of keys.slice(0, 200)) {
      const at = path + '.' + String(key);
      let descriptor;
      attempt(at, () => {
        descriptor = getOwnPropertyDescriptor(object, key);
      });
      if (descriptor === undefined) continue;
      look(descriptor.value, at);
      look(descriptor.get, at + ' getter');
      look(descriptor.set, at + ' setter');
      attempt(at + ' got', () => object[key]);
    }
    attempt(path + ' iterator', () => object[Symbol.iterator]?.());
    attempt(path + ' async iterator', () => object[Symbol.asyncIterator]?.());
    if (typeof object === 'function' && !NOT_CALLED.has(object.name)) {
      attempt(path + ' source', () => apply(textOf, object, []));
      attempt(path + ' called', () => object());
      attempt(path + ' called on itself', () => apply(object, object, [object, 1, {}]));
      attempt(path + ' made', () => new object());
      attempt(path + ' made of strangeness', () => new object(Symbol(), null, () => {}));
    }
  };

  const run = async () => {
    for (let rounds = 0; rounds < 3; rounds++) {
      while (queue.length > 0) {
        const [object, path] = queue.shift();
        visit(object, path);
      }
      const some = pending.splice(0, pending.length);
      await race([allSettled(some), wait(50)]);
    }
    return { list, texts };
  };
  return { look, attempt, run };
}

export async function search(request, env, ctx, modules) {
  const { look, attempt, run } = collect();
  // Before anything is called that might change it.
  const starts = { globalThis, env, ctx, request, modules, meta: import.meta };
  const sites = [];
  Error.prepareStackTrace = (error, given) => {
    for (const site of given) {
      for (const name of ['getThis', 'getFunction', 'getTypeName', 'getFileName', 'getEvalOrigin', 'getScriptNameOrSourceURL']) {
        sites.push(attempt('call site ' + name, () => site[name]?.()));
      }
    }
    return given;
  };
  attempt('sites', () => new Headers({ get a() { return new Error('x').stack; } }));
  Error.prepareStackTrace = undefined;
  starts.sites = sites;
  starts.made = [
    new Response('x'), new Response('x').body, new Response('x').body.getReader(), new WebSocketPair(), new TransformStream(), new URL('http://x/?a=b').searchParams.entries(),
    new AbortController(), new FormData(), new Blob(['x']), new Headers({ a: 'b' }).entries(), new Intl.DateTimeFormat(), new Proxy({}, {}),
    (function () { return arguments; })(1), (async function* () {})(), (function* () {})(), async () => {}, /x/g[Symbol.matchAll]('x'), new WebAssembly.Memory({ initial: 1 }),
    new TextDecoderStream(), new CompressionStream('gzip'), new DigestStreamOrNothing(), performance, caches.default, structuredClone({ a: new Map([[1, new Set()]]) }),
  ];
  starts.errors = [];
  for (const cause of [
    () => null.x, () => undefined(), () => ([].length = -1), () => 'x'.repeat(-1), () => new URL('?'), () => structuredClone(() => {}), () => atob('!'), () => JSON.parse('{'), () => (function f() { f(); })(),
    () => BigInt('x'), () => Symbol() + '', () => new Uint8Array(-1), () => eval('1'), () => crypto.getRandomValues(1), () => new RegExp('('), () => new Response('', { status: 1 }), () => decodeURIComponent('%'),
    () => Reflect.construct(Response, [], Object), () => new Proxy({}, { getPrototypeOf: () => 1 }).__proto__, () => class extends null { constructor() { super(); } },
  ]) {
    try {
      cause();
    } catch (error) {
      starts.errors.push(error);
    }
  }
  for (const work of [
    () => fetch('http://127.0.0.1/'), () => import('nowhere'), () => import('node:nothing'), () => crypto.subtle.importKey('raw', new Uint8Array(1), 'AES-GCM', false, ['encrypt']),
    () => crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, true, ['sign']), () => env.LOADER?.load({}), () => env.ROOM?.get('x'), () => env.API?.nothing(), () => env.API?.echo(() => 1), () => env.API?.echo(new Response('x')),
    () => WebAssembly.compile(new Uint8Array(1)), () => new Response(new ReadableStream({ pull() { throw new Error('x'); } })).text(),
  ]) {
    try {
      starts.errors.push(await work());
    } catch (error) {
      starts.errors.push(error);
    }
  }
  // What host functions throw where the stack has just room to call them.
  const atTheEdge = [];
  const keep = (error) => atTheEdge.length < 500 && atTheEdge.push(error);
  const deep = () => {
    try {
      deep();
    } catch (error) {
      keep(error);
    }
    for (const work of [() => new URL('http://x/'), () => atob('QQ=='), () => new TextDecoder().decode(new Uint8Array(1)), () => crypto.randomUUID(), () => new Headers({ a: 'b' })]) {
      try {
        if (atTheEdge.length < 500) work();
      } catch (error) {
        keep(error);
      }
    }
  };
  deep();
  starts.errors.push(...atTheEdge);
  for (const error of starts.errors) {
    look(error?.stack, 'stack of an error');
    look(error?.message, 'message of an error');
  }
  look(starts, 'start');
  const { list, texts } = await run();
  globalThis.reachedList = list;
  globalThis.reachedTexts = listOf(texts);
  log('REACHED ' + list.length);
  return new Response('searched');
}

function DigestStreamOrNothing() {
  return new crypto.DigestStream('SHA-256');
}
