// Sends two hundred requests at once.
// expect: exception
// says: subrequests
export default {
  async fetch(request, env, ctx) {
    await Promise.allSettled(Array.from({ length: 200 }, () => fetch('http://example.com/')));
    await fetch('http://example.com/');
  },
};
