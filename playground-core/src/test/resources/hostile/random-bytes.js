// Asks for as many random bytes as there may be.
// expect: ok|exception|exceededCpu|exceededMemory
// cpuMs: 1000
// says: 
export default {
  async fetch(request, env, ctx) {
    const { randomBytes } = await import('node:crypto');
    const kept = [];
    for (;;) kept.push(randomBytes(2 ** 31 - 1));
  },
};
