// Loads workers of modules that import one another in chains, rings and stars, and of data that is deep.
// says: all were told
// cpuMs: 30000
const end = 'export default { fetch: () => new Response("ran") };';
const graph = (count, code) => Object.fromEntries(Array.from({ length: count }, (_, i) => ['m' + i + '.js', code(i, count)]));
const graphs = () => ({
  chain: graph(1500, (i, count) => (i + 1 < count ? `import './m${i + 1}.js';` : '') + (i ? '' : end)),
  ring: graph(1000, (i, count) => `import './m${(i + 1) % count}.js'; export let v${i};` + (i ? '' : end)),
  all: graph(60, (i, count) => Array.from({ length: count }, (_, j) => `import './m${j}.js';`).join('') + (i ? '' : end)),
  stars: graph(300, (i, count) => (i + 1 < count ? `export * from './m${i + 1}.js'; export * from './m${(i * 7 + 1) % count}.js';` : '') + `export let v${i};` + (i ? '' : end)),
  names: graph(1000, (i, count) => (i + 1 < count ? `export { x } from './m${i + 1}.js';` : 'export let x = 1;') + (i ? '' : end)),
  waits: graph(1000, (i, count) => (i + 1 < count ? `import './m${i + 1}.js'; await null;` : '') + (i ? '' : end)),
  imports: { 'm0.js': `await Promise.allSettled(Array.from({ length: 1000 }, (_, i) => import('./n' + i % 3 + '.js')));` + end, 'n0.js': '', 'n1.js': 'throw 1;', 'n2.js': 'syntax error' },
  json: { 'm0.js': 'import j from "./j.json";' + end, 'j.json': { json: Array.from({ length: 2e4 }, (_, i) => [i]) } },
  deep: { 'm0.js': 'import j from "./j.json";' + end, 'j.json': { json: Array.from({ length: 5000 }).reduce((inner) => [inner], 1) } },
  data: { 'm0.js': 'import d from "./d.bin";' + end, 'd.bin': { data: new Uint8Array(3e6).buffer } },
  odd: { 'm0.js': 'import "./__proto__"; import "./constructor.js"; import "/../../a.js";' + end, '__proto__': '', 'constructor.js': '', 'a.js': '' },
});
export default {
  async fetch(request, env, ctx) {
    const told = [];
    for (const [name, modules] of Object.entries(graphs())) {
      try {
        const worker = env.LOADER.load({ compatibilityDate: '2026-06-01', mainModule: 'm0.js', modules, limits: { cpuMs: 3000 } });
        told.push(await worker.getEntrypoint().fetch('http://x/').then((response) => response.text()));
      } catch (error) {
        told.push(name + ' ' + error);
      }
    }
    const odd = told.filter((text) => text !== 'ran' && !/Error: |CPU|memory/.test(text) || /internal|StackOverflow/i.test(text)).map((text) => text.slice(0, 120));
    return new Response((odd.length ? 'odd: ' + odd.join('\n') : 'all were told') + '\n' + told.filter((text) => text !== 'ran').map((text) => text.slice(0, 90)).join('\n'));
  },
};
