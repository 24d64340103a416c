import { WorkerEntrypoint } from 'cloudflare:workers';
import greeterCode from '../dynamic/greeter/index.js';

/**
 * A capability. Whoever holds a stub of it may call
 * its methods, and nothing else. What is in `props`
 * was decided by the one who gave the stub away; the
 * holder can neither see nor change it.
 */
export class Greeter extends WorkerEntrypoint {
  greet(name) {
    return `${this.ctx.props.greeting}, ${name}!`;
  }
}

/** Trusted code: decides what the other may do. */
export default {
  async fetch(request, env, ctx) {
    const worker = env.LOADER.load({
      compatibilityDate: '2026-06-01',
      mainModule: 'index.js',
      modules: { 'index.js': greeterCode },

      // All that it can reach: one object ...
      env: {
        GREETER: ctx.exports.Greeter({
          props: { greeting: 'Hello' },
        }),
      },

      // ... and no network at all.
      globalOutbound: null,
    });

    return worker.getEntrypoint().fetch(request);
  },
};
