// The programs that are measured, the same for every runtime. A path names a case, `n` says how often it is done in one
// request; who sends the request measures the time from outside, since clocks stand still while a worker runs.
import { WorkerEntrypoint } from 'cloudflare:workers';

const SMALL = "export default { fetch() { return new Response('ok'); } };";

const TOUCHES_ALL = `
  const names = ['URL', 'URLSearchParams', 'URLPattern', 'Headers', 'Request', 'Response', 'FormData', 'Blob', 'File', 'TextEncoder',
    'TextDecoder', 'TextEncoderStream', 'ReadableStream', 'WritableStream', 'TransformStream', 'CompressionStream', 'AbortController',
    'Event', 'EventTarget', 'MessageChannel', 'WebSocketPair', 'HTMLRewriter', 'crypto', 'SubtleCrypto', 'CryptoKey', 'atob',
    'performance', 'structuredClone', 'setTimeout', 'scheduler', 'caches', 'navigator', 'DOMException', 'CustomEvent', 'fetch', 'console'];
  export default { fetch() { return new Response(String(names.filter((name) => globalThis[name] === undefined).length)); } };`;

const BUSY = `
  import { WorkerEntrypoint } from 'cloudflare:workers';
  export default class extends WorkerEntrypoint {
    echo(value) { return value; }
    async callParent(n) {
      for (let i = 0; i < n; i++) await this.env.PARENT.echo(i);
    }
    fetch() {
      let left = 16;
      return new Response(new ReadableStream({
        type: 'bytes',
        pull(controller) {
          if (left-- > 0) controller.enqueue(new Uint8Array(65536));
          else controller.close();
        },
      }));
    }
  }`;

export class Parent extends WorkerEntrypoint {
  echo(value) {
    return value;
  }
}

const code = (source, env) => ({
  compatibilityDate: '2026-01-01', mainModule: 'main.js', modules: { 'main.js': source }, env, globalOutbound: null,
});

// About 100 KB as JSON text: 500 records of strings, numbers and lists.
const LARGE = Array.from({ length: 500 }, (_, i) => ({
  id: i, name: `record number ${i}`, tags: ['red', 'green', 'blue'], score: i * 1.5, active: i % 2 === 0, nested: { x: i, y: 1000 - i, note: 'a note of some length, as data has' + i },
  text: 'lorem ipsum dolor sit amet, consectetur adipiscing',
}));

async function warmChild(env, ctx) {
  const child = env.LOADER.get('busy', () => code(BUSY, { PARENT: ctx.exports.Parent({ props: {} }) })).getEntrypoint();
  await child.echo(0);
  return child;
}

// Isolates that stay: `from` is the number of the first.
async function keep(name, source, n, env, from) {
  for (let i = from; i < from + n; i++) {
    await (await env.LOADER.get(`${name}-${i}`, () => code(source)).getEntrypoint().fetch('http://child/')).text();
  }
}

const cases = {
  empty() {},
  async load(n, env) {
    for (let i = 0; i < n; i++) await (await env.LOADER.load(code(SMALL)).getEntrypoint().fetch('http://child/')).text();
  },
  async touch(n, env) {
    for (let i = 0; i < n; i++) {
      const missing = await (await env.LOADER.load(code(TOUCHES_ALL)).getEntrypoint().fetch('http://child/')).text();
      if (missing !== '0') throw new Error(`${missing} globals are missing`);
    }
  },
  async get(n, env) {
    for (let i = 0; i < n; i++) await (await env.LOADER.get('small', () => code(SMALL)).getEntrypoint().fetch('http://child/')).text();
  },
  async down(n, env, ctx) {
    const child = await warmChild(env, ctx);
    for (let i = 0; i < n; i++) await child.echo(i);
  },
  async up(n, env, ctx) {
    await (await warmChild(env, ctx)).callParent(n);
  },
  async large(n, env, ctx) {
    const child = await warmChild(env, ctx);
    for (let i = 0; i < n; i++) await child.echo(LARGE);
  },
  clone(n) {
    for (let i = 0; i < n; i++) structuredClone(LARGE);
  },
  async stream(n, env, ctx) {
    const child = await warmChild(env, ctx);
    for (let i = 0; i < n; i++) {
      const { byteLength } = await (await child.fetch('http://child/')).arrayBuffer();
      if (byteLength !== 1048576) throw new Error(`${byteLength} bytes came`);
    }
  },
  many: (n, env, ctx, from) => keep('small', SMALL, n, env, from),
  manytouch: (n, env, ctx, from) => keep('touch', TOUCHES_ALL, n, env, from),
};

export default {
  async fetch(request, env, ctx) {
    const { pathname, searchParams } = new URL(request.url);
    await cases[pathname.slice(1)](Number(searchParams.get('n') ?? 1), env, ctx, Number(searchParams.get('from') ?? 0));
    return new Response('done');
  },
};
