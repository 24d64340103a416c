export default {
  async fetch(request, env) {
    const worker = env.LOADER.load({
      compatibilityDate: '2026-01-01',
      mainModule: 'main.js',
      modules: {
        'main.js': `export default { fetch() { return new Response('Hello from dynamic worker!'); } }`,
      },
    });
    return worker.getEntrypoint().fetch(request);
  },
};
