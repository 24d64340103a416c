import { env } from 'cloudflare:workers';
const SECRET = 's3cret-"value"';

const actions = {
  all: async () => Object.keys(env).join(),
  greet: () => env.API.greet('Ada', SECRET, env.TEXT ?? SECRET),
  property: () => env.API.size,
  pipelined: () => env.API.open().name,
  passed: () => env.PASSED.greet('me'),
  keys: () => Object.keys(env).join(),
  async fetch(url) {
    const response = await env.API.fetch('http://api/', { method: url.search.slice(1) });
    const text = await response.text();
    return response.status === 200 ? text : `${response.status} ${response.headers.get('x-a')} ${text}`;
  },
  async keep() {
    const kept = await env.API.open();
    const said = [await kept.name()];
    for (const way of [() => env.API.greet('x'), () => kept.name()]) said.push(await way().catch((error) => error.message));
    return said.join(', ');
  },
  async many() {
    for (let i = 0; i < 4; i++) await env.API.greet('x');
    return 'all';
  },
  // One line for each way that the code has: what came of it, or that it was refused.
  async probe() {
    const ways = [
      () => env.API.greet('p'),
      () => env.API.size,
      () => env.API.secret(),
      async () => (await env.API.open()).name(),
      async () => (await env.API.fetch('http://api/')).text(),
      async () => (await env.API.fetch('http://api/', { method: 'POST' })).text(),
      () => env.PASSED.greet('q'),
      () => env.TEXT,
      () => env.NOT_THERE,
      () => fetch('http://example.com/'),
    ];
    const lines = [];
    for (const way of ways) {
      try {
        lines.push(`gave ${String(await way())}`);
      } catch (error) {
        lines.push(error.message.includes('overlay') ? 'refused' : `failed ${error.message}`);
      }
    }
    return lines.join('\n');
  },
};

export default {
  async fetch(request) {
    const url = new URL(request.url);
    const name = url.pathname.split('/')[2];
    if (name === 'uncaught') await env.API.greet('x');
    try {
      return new Response(String(await actions[name](url)));
    } catch (error) {
      return new Response(`${error.name}: ${error.message}`);
    }
  },
};
