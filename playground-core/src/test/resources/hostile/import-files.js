// Imports files of this machine, and code of elsewhere.
// expect: ok
// says: found 0
export default {
  async fetch(request, env, ctx) {
    const found = [];
    for (const name of ['/etc/passwd', 'file:///etc/passwd', '../../../../etc/passwd', 'data:text/javascript,export default 1', 'http://example.com/x.js', 'blob:x']) {
      await import(name).then(() => found.push(name), () => {});
    }
    return new Response('found ' + found.length);
  },
};
