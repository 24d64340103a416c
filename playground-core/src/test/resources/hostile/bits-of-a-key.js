// Asks for two hundred megabytes of key.
// expect: exception
// says: Array buffer allocation failed
export default {
  async fetch(request, env, ctx) {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']);
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512', salt: new Uint8Array(8), iterations: 100_000 }, key, 2 ** 31);
  },
};
