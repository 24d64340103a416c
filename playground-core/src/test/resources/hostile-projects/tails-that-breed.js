// Has each event told to a tail that loads two workers with the same tail.
// expect: ok
// says: done
import { WorkerEntrypoint } from 'cloudflare:workers';
const breed = (env, exports) => {
  const modules = { 'a.js': 'export default { fetch: () => new Response() }' };
  const load = () => env.LOADER.load({ compatibilityDate: '2026-06-01', mainModule: 'a.js', modules, tails: [exports.Tail({ props: {} })] });
  return Promise.all([load(), load()].map((worker) => worker.getEntrypoint().fetch('http://x/')));
};
export class Tail extends WorkerEntrypoint {
  async tail() { await breed(this.env, this.ctx.exports); }
}
export default {
  async fetch(request, env, ctx) {
    await breed(env, ctx.exports);
    return new Response('done');
  },
};
