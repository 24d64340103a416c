// Asks for a prime number of sixteen thousand bits, and a key of as many.
// expect: exception
// says: would take too long
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    const crypto = await import('node:crypto');
    try { crypto.generateKeyPairSync('rsa', { modulusLength: 65536 }); } catch {}
    return new Response(crypto.generatePrimeSync(16384, { safe: true }).toString());
  },
};
