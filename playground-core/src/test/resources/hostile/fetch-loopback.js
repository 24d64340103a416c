// Asks what listens on this machine.
// expect: exception
// says: not permitted
export default {
  async fetch(request, env, ctx) {
    return fetch('http://127.0.0.1:22/');
  },
};
