// Has the stacks of errors prepared by code that makes errors, with as many frames as there are.
// expect: exceededCpu|exceededMemory|ok|exception
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    Error.stackTraceLimit = Infinity;
    Error.prepareStackTrace = (error, frames) => 'x'.repeat(1e5) + frames.map(String) + new Error('again').stack;
    const deep = (n) => n ? deep(n - 1) : new Error('deep').stack;
    for (;;) { try { deep(2000); } catch {} }
  },
};
