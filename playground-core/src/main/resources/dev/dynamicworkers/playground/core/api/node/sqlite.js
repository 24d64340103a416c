// node:sqlite: present, and refusing.
(function (rt) {
  'use strict';
  const { Error, TypeError } = rt.primordials;
  class DatabaseSync { constructor() { throw new TypeError('Illegal constructor'); } }
  class StatementSync { constructor() { throw new TypeError('Illegal constructor'); } }
  return {
    DatabaseSync, StatementSync, constants: {},
    backup() { throw new Error('backup is not implemented'); },
  };
})
