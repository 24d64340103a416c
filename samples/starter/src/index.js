import counterCode from '../dynamic/counter/index.js';
import explorerCode from '../dynamic/explorer/index.js';
import notebookCode from '../dynamic/notebook/index.js';
import sealedCode from '../dynamic/sealed/index.js';

// Exports of the main module are what `ctx.exports` can make stubs of.
export { Notes } from './notes.js';
export { Outbound } from './outbound.js';

/** What all Dynamic Workers here have in common; each adds what it may use. */
function workerCode(code, grants = {}) {
  return {
    compatibilityDate: '2026-06-01',
    mainModule: 'index.js',
    modules: { 'index.js': code },
    globalOutbound: null,
    ...grants,
  };
}

/**
 * One Dynamic Worker a route. Only what stands in its line can be reached by its code.
 *
 * `get(id, callback)` keeps an isolate warm under a name and runs the callback only when there is none;
 * `load(code)` makes a fresh one each time.
 */
const routes = {
  '/warm': (env) => env.LOADER.get('counter', () => workerCode(counterCode)),

  '/cold': (env) => env.LOADER.load(workerCode(counterCode)),

  // Two workers, one capability: the props that come with each stub tell them apart.
  '/ada': (env, ctx) =>
    env.LOADER.get('ada', () => workerCode(notebookCode, { env: { NOTES: ctx.exports.Notes({ props: { owner: 'ada' } }) } })),
  '/visitor': (env, ctx) =>
    env.LOADER.get('visitor', () =>
      workerCode(notebookCode, { env: { NOTES: ctx.exports.Notes({ props: { owner: 'ada', readOnly: true } }) } }),
    ),

  // No network: fetch() refuses.
  '/sealed': (env) => env.LOADER.load(workerCode(sealedCode, { env: { MOTTO: env.MOTTO } })),

  // A network of our making: each fetch() becomes a call of Outbound.
  '/explorer': (env, ctx) =>
    env.LOADER.load(
      workerCode(explorerCode, { globalOutbound: ctx.exports.Outbound({ props: { hosts: ['weather.example'] } }) }),
    ),
};

/** Asks every one of them once, and gathers what they answer. */
async function tour(request, env, ctx) {
  const answers = {};
  for (const [path, worker] of Object.entries(routes)) {
    const response = await worker(env, ctx).getEntrypoint().fetch(new Request(new URL(path, request.url)));
    answers[path] = await response.json();
  }
  console.log('asked', Object.keys(answers).length, 'dynamic workers');
  return Response.json(answers);
}

export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname === '/') {
      return tour(request, env, ctx);
    }
    const worker = routes[pathname];
    if (!worker) {
      return Response.json({ routes: ['/', ...Object.keys(routes)] }, { status: 404 });
    }
    return worker(env, ctx).getEntrypoint().fetch(request);
  },
};
