// Looks for safe primes of thousands of bits, and raises numbers to powers of as many.
// expect: exceededCpu|exception
// cpuMs: 300
// engine: any
export default {
  async fetch(request, env, ctx) {
    const crypto = await import('node:crypto');
    for (;;) { const side = crypto.getDiffieHellman('modp18'); side.generateKeys(); crypto.createDiffieHellman(8192).generateKeys(); }
  },
};
