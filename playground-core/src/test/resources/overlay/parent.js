import { WorkerEntrypoint, DurableObject, RpcTarget } from 'cloudflare:workers';
import child from './child.js';

class Session extends RpcTarget {
  name() {
    return 'ours';
  }
}

export class Api extends WorkerEntrypoint {
  get size() {
    return 5;
  }
  greet(name) {
    return `hello ${name}`;
  }
  open() {
    return new Session();
  }
  fetch(request) {
    return new Response(`${request.method} fetched`);
  }
}

export class Room extends DurableObject {
  say() {
    return 'in the room';
  }
  async store() {
    await this.ctx.storage.put('a', 1);
    return 'stored';
  }
}

const told = async (act) => {
  try {
    return new Response(String(await act()));
  } catch (error) {
    return new Response(`${error.name}: ${error.message}`);
  }
};

export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    const code = () => ({
      compatibilityDate: '2026-01-01',
      mainModule: 'child.js',
      modules: { 'child.js': child },
      env: { API: ctx.exports.Api({ props: { key: env.KEY } }), TEXT: env.KEY, PASSED: env.SELF },
      globalOutbound: null,
    });
    if (pathname.startsWith('/child/')) return env.LOADER.get('child', code).getEntrypoint().fetch(request);
    switch (pathname) {
      case '/room':
        return told(() => env.ROOM.getByName('a').say());
      case '/room/store':
        return told(() => env.ROOM.getByName('a').store());
      case '/self':
        return told(() => env.SELF.greet('me'));
      case '/load':
        return told(async () => (await env.LOADER.load(code()).getEntrypoint().fetch('http://x/child/greet')).text());
      case '/notes/put':
        return told(() => env.NOTES.put('a', 'kept'));
      case '/notes/get':
        return told(() => env.NOTES.get('a'));
      case '/ai':
        return told(async () => JSON.stringify(await env.AI.run('model', { text: 1 })));
      case '/ai/host':
        return told(() => env.AI.host);
      case '/keys': {
        const keys = await (await env.LOADER.get('child', code).getEntrypoint().fetch('http://x/child/keys')).text();
        return new Response(`${Object.keys(env).join(',')} ${env.MODE}|${keys}`);
      }
    }
    return new Response('?', { status: 404 });
  },
};
