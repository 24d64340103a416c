// Modules that a worker can import but whose functions refuse: what they reach for does not exist here.
(function (rt) {
  'use strict';
  const { Error, Object } = rt.primordials;
  const { withCode } = rt.use('node/errors');

  // `functions` throw when called, `classes` when constructed; `module` may be empty, as the platform leaves it out for some.
  const refusing = (module, functions, classes = '', extra = {}) => {
    const exports = { ...extra };
    const fail = (name) => {
      throw withCode(Error, 'ERR_METHOD_NOT_IMPLEMENTED', `The ${module === '' ? '' : `${module}.`}${name} method is not implemented`);
    };
    for (const name of functions.split(' ').filter(rt.primordials.Boolean)) {
      exports[name] = { [name]() { return fail(name); } }[name];
    }
    for (const name of classes.split(' ').filter(rt.primordials.Boolean)) {
      exports[name] = { [name]: class { constructor() { fail(name); } } }[name];
    }
    return Object.defineProperty(exports, 'default', { __proto__: null, value: exports, enumerable: false });
  };

  return { refusing };
})
