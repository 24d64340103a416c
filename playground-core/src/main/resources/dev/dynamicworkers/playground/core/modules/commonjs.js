// CommonJS: one instance of each module per isolate; a cycle sees the exports made so far.
(function (rt) {
  'use strict';
  const { Error, Map } = rt.primordials;
  const compile = rt.host('modules.compile');
  const resolve = rt.host('modules.resolve');
  const kindOf = rt.host('modules.kind');
  const instances = new Map();

  function load(name) {
    const known = instances.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    instances.set(name, module);
    const slash = name.lastIndexOf('/');
    const require = (specifier) => requireFrom(name, String(specifier));
    try {
      const run = compile(name);
      // One parameter more: the module disposes of resources.
      const more = run.length === 6 ? [rt.use('kernel/using').begin] : [];
      run.call({}, module.exports, require, module, name, slash < 0 ? '' : name.slice(0, slash), ...more);
    } catch (error) {
      instances.delete(name);
      throw error;
    }
    return module.exports;
  }

  function requireFrom(name, specifier) {
    const found = resolve(name, specifier);
    if (found === null) throw new Error(`No such module "${specifier.replace(/^\.?\//, '')}".`);
    if (found.startsWith('cloudflare:')) return rt.use(`modules/${found.slice(11)}`);
    if (found.startsWith('node:')) return rt.use(`node/${found.slice(5)}`);
    switch (kindOf(found)) {
      case 'cjs':
        return load(found);
      case 'js':
        return rt.use('modules/namespaces').defaultOf(found);
      default:
        return rt.use('modules/values').get(found);
    }
  }
  return { load };
})
