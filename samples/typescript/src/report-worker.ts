import index from '../dynamic/report/index.js';
import money from '../dynamic/report/lib/money.js';
import prices from '../dynamic/report/prices.json';
import template from '../dynamic/report/template.txt';

/** A Dynamic Worker of several modules: names are paths, and the modules import one another by them. */
export function reportWorker(env: Record<string, unknown>): WorkerLoaderWorkerCode {
  return {
    compatibilityDate: '2026-06-01',
    mainModule: 'index.js',
    modules: {
      'index.js': index,
      'lib/money.js': money,
      'prices.json': { json: prices },
      'template.txt': { text: template },
    },
    env,
    globalOutbound: null,
  };
}
