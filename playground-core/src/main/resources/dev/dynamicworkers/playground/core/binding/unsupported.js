// A binding that the playground cannot run: it is there, and says so as soon as it is used.
(function (rt) {
  'use strict';
  const { Error, Object, Proxy } = rt.primordials;

  // what: the product, with its article
  function make(name, what) {
    const refuse = () => {
      throw new Error(`env.${name} is ${what}, which the playground does not run yet. It works on Cloudflare.`);
    };
    // What printing, JSON and `await` ask of every object is answered as for an empty one.
    const get = (target, key) => (typeof key === 'symbol' || key === 'toJSON' || key === 'then' ? undefined : refuse());
    return new Proxy(Object.freeze({}), { get, set: refuse, has: refuse });
  }

  return { make };
})
