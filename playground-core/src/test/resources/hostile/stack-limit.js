// Asks for stacks of any length, and fills them.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    Error.stackTraceLimit = Infinity;
    const kept = [];
    const deep = (n) => { kept.push(new Error('e').stack); if (n > 0) deep(n - 1); };
    for (;;) { try { deep(5000); } catch {} }
  },
};
