// Makes regular expressions whose automata have more states than there is memory, and sets in sets.
// expect: ok|exception|exceededCpu|exceededMemory
// cpuMs: 400
// engine: any
export default {
  async fetch(request, env, ctx) {
    const made = [];
    for (const [source, flags] of [['(?:a|b)*a(?:a|b){1000}$', ''], ['(?:a?){500}a{500}$', 'y'], ['[[a-z]--'.repeat(5000) + 'b' + ']'.repeat(5000), 'v'], ['(?<n' + Array.from({ length: 5000 }, (_, i) => i + '>a)|(?<n').join('') + 'z>b)', 'u'], ['(?=' .repeat(2000) + 'a' + ')'.repeat(2000), 'd'], ['(?i:'.repeat(5000) + 'a' + ')'.repeat(5000), '']]) {
      try { made.push(new RegExp(source, flags).test('ab'.repeat(5e4))); } catch {}
    }
    return new Response('made ' + made.length);
  },
};
