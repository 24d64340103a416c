// Asks for an RSA key of sixteen thousand bits.
// expect: exception|exceededCpu
// cpuMs: 1000
// engine: any
export default {
  async fetch(request, env, ctx) {
    for (const modulusLength of [2 ** 32, 65536, 16384]) {
      const pair = await crypto.subtle.generateKey({ name: 'RSASSA-PKCS1-v1_5', modulusLength, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, true, ['sign']).catch((error) => error);
      if (!(pair instanceof Error)) return new Response('made');
    }
    throw new Error('refused');
  },
};
