// node:dns: what dns/promises does, told to callbacks.
(function (rt) {
  'use strict';
  const { Error, Object, TypeError } = rt.primordials;
  const promises = rt.use('node/dns/promises');
  const { received, validateFunction, withCode } = rt.use('node/errors');
  const process = rt.use('node/process');

  // Tells a callback how a promise ended, outside of the promise's own jobs.
  const tell = (promise, callback, spread = (value) => [value]) => {
    promise.then((value) => process.nextTick(callback, null, ...spread(value)), (error) => process.nextTick(callback, error));
  };

  const withCallback = (name) => ({ [name](...args) {
    const callback = args.pop();
    if (typeof callback !== 'function') {
      throw withCode(TypeError, 'ERR_INVALID_ARG_TYPE', `The last argument must be of type function.${received(callback)}`);
    }
    tell(promises[name](...args), callback);
  } })[name];

  const dns = { promises };
  for (const name of Object.keys(promises)) {
    if (/^(resolve|reverse)/.test(name)) dns[name] = withCallback(name);
    else if (name !== 'Resolver') dns[name] = promises[name];
  }
  dns.lookupService = (address, port, callback) => {
    validateFunction(callback, 'callback');
    process.nextTick(callback, new Error('Not implemented'));
  };
  dns.lookup = (hostname, options, callback) => {
    const [given, done] = typeof options === 'function' ? [{}, options] : [options, callback];
    validateFunction(done, 'callback');
    const { all } = promises.forCallbacks.lookupOptions(given);
    tell(promises.lookup(hostname, given), done, (value) => (all ? [value] : [value.address, value.family]));
  };
  dns.Resolver = promises.forCallbacks.resolverClass(dns);
  return Object.defineProperty(dns, 'default', { __proto__: null, value: dns, enumerable: false });
})
