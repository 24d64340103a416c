// Uses up loader ids.
// expect: exception
// says: Too many subrequests
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; i < 1000; i++) await env.API.get('id ' + i);
    return new Response();
  },
};
