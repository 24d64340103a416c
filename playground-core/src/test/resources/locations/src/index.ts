import { complain } from './lib/complain.ts';

interface Env {
  readonly LOADER: WorkerLoader;
}

console.log('module code');

export default {
  async fetch(request, env): Promise<Response> {
    console.log('handler', [1].map((each) => each + 1));
    complain(new URL(request.url).pathname);
    const child = env.LOADER.load({
      compatibilityDate: '2026-01-01',
      mainModule: 'child.js',
      modules: {
        'child.js': "import { say } from './lib/say.js';\nexport default {\n  fetch() {\n    say();\n    return new Response('said');\n  }\n};",
        'lib/say.js': "export function say() {\n  [1].forEach(() => console.warn('child'));\n}",
      },
    });
    return child.getEntrypoint().fetch('http://child/');
  },
} satisfies ExportedHandler<Env>;
