// The shortest way to a Dynamic Worker. `{ code }` means one module that is the main one, with today's compatibility date,
// and `fetch()` on the stub is the default entrypoint's. The playground takes this form and says in a note what
// Cloudflare's network wants instead: `compatibilityDate`, `mainModule`, `modules` and `getEntrypoint()`, as in `hello`.
export default {
  async fetch(request, env) {
    const code = `export default { async fetch() { return new Response('Hello from dynamic worker!'); } }`;
    const dynamicWorker = await env.LOADER.load({ code });
    return dynamicWorker.fetch(request);
  },
};
