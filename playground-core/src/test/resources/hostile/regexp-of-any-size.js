// Makes regular expressions that grow when they are compiled.
// expect: ok|exception|exceededCpu|exceededMemory
// cpuMs: 1000
// engine: any
export default {
  async fetch(request, env, ctx) {
    const made = [];
    for (const source of ['(?:'.repeat(1e5) + ')'.repeat(1e5), '(?:(?:(?:a{1,1000}){1,1000}){1,1000}){1,1000}', '[' + '\\p{L}\\P{N}'.repeat(1e5) + ']', '(a)'.repeat(1e5) + '\\100000', '(?<=' + '.*'.repeat(1000) + ')x', 'a|'.repeat(1e6)]) {
      try { made.push(new RegExp(source, 'u').test('a'.repeat(1e5))); } catch {}
    }
    return new Response('made ' + made.length);
  },
};
