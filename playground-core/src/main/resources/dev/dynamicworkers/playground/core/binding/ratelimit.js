// The rate limiting binding.
(function (rt) {
  'use strict';
  const { Error, ObjectKeys } = rt.primordials;
  const { call, handleOf, make } = rt.use('binding/calls');
  const hostLimit = rt.host('rateLimit.limit');

  class Ratelimit {
    constructor() {
      throw rt.illegalConstructor();
    }
    async limit(options) {
      const handle = handleOf(this);
      if (typeof options !== 'object' || options === null) throw new Error('invalid rate limit options');
      const unknown = ObjectKeys(options).filter((key) => key !== 'key');
      if (unknown.length > 0) throw new Error(`bad rate limit options: [${unknown.join(',')}]`);
      const { key = '' } = options;
      if (typeof key !== 'string') throw new Error(`invalid key: ${key}`);
      return call((op) => hostLimit(op, handle, key), (success) => ({ success }));
    }
  }

  return { Ratelimit, make: (handle) => make(Ratelimit, handle) };
})
