// Files of npm packages as CommonJS modules, each run at most once in an isolate.
(function (rt) {
  'use strict';
  const { Error, Map } = rt.primordials;
  const load = rt.host('node.package');
  const modules = new Map();

  // Modules of Node.js that packages ask for.
  const BUILT_IN = { __proto__: null, events: 'node/events', buffer: 'node/buffer', 'string_decoder/': 'node/string_decoder', string_decoder: 'node/string_decoder', util: 'node/util', 'process/': 'node/process', process: 'node/process', 'abort-controller': 'node/abort-controller', punycode: 'node/punycode', querystring: 'node/querystring' };

  const resolve = (folder, specifier) => {
    const steps = folder === '' ? [] : folder.split('/');
    for (const step of specifier.split('/')) {
      if (step === '..') steps.pop();
      else if (step !== '.' && step !== '') steps.push(step);
    }
    return steps.join('/');
  };

  const require = (name, file) => {
    const key = `${name}/${file}`;
    const known = modules.get(key);
    if (known !== undefined) return known.exports;
    const run = load(name, file);
    if (run === null || run === undefined) throw new Error(`npm package ${name} has no file ${file}`);
    const module = { exports: {} };
    modules.set(key, module);
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
    const local = (specifier) => {
      if (specifier.startsWith('.')) {
        const path = resolve(folder, specifier);
        return require(name, path.endsWith('.js') ? path : FOLDERS.has(`${name}/${path}`) ? `${path}/index.js` : `${path}.js`);
      }
      const builtIn = BUILT_IN[specifier];
      if (builtIn === undefined) throw new Error(`npm package ${name} asks for ${specifier}`);
      return rt.use(builtIn);
    };
    run(module, module.exports, local, rt.use('node/process'), rt.use('node/buffer').Buffer);
    return module.exports;
  };

  const FOLDERS = new rt.primordials.Set(['readable-stream/lib/ours']);

  return { require };
})
