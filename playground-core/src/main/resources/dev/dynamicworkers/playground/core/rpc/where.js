// Finds which part of a value cannot be cloned, as a hint for people beside the platform's own message.
(function (rt) {
  'use strict';
  const { ObjectKeys, ArrayIsArray } = rt.primordials;
  const note = rt.host('io.note');

  function find(value, path, seen) {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.includes(value)) return path;
    seen.push(value);
    if (typeof value === 'function') return path;
    for (const key of ObjectKeys(value)) {
      try {
        rt.use('rpc/clone').write(value[key], 'env');
      } catch {
        return find(value[key], ArrayIsArray(value) ? `${path}[${key}]` : `${path}.${key}`, seen);
      }
    }
    return path;
  }

  function hint(value, error, name) {
    if (error?.name === 'DataCloneError') note(`The value that cannot be cloned is ${find(value, name, [])}.`);
  }

  return { hint };
})
