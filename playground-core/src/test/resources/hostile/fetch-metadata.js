// Asks for the credentials of a machine in a cloud.
// expect: exception
// says: not permitted
export default {
  async fetch(request, env, ctx) {
    return fetch('http://169.254.169.254/latest/meta-data/');
  },
};
