// Throws errors whose name, message and stack are not what they should be.
// expect: exception
// says: hung
export default {
  async fetch(request, env, ctx) {
    const error = new Error('m');
    Object.defineProperty(error, 'name', { get() { throw error; } });
    Object.defineProperty(error, 'message', { value: new Proxy({}, { get() { throw 1; } }) });
    Object.defineProperty(error, 'stack', { get() { throw Symbol('no'); } });
    throw error;
  },
};
