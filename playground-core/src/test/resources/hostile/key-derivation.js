// Asks for a thousand million rounds of a hash.
// expect: exception
// says: NotSupportedError
export default {
  async fetch(request, env, ctx) {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']);
    const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512', salt: new Uint8Array(8), iterations: 1e9 }, key, 512);
    return new Response(String(bits.byteLength));
  },
};
