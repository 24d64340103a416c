// A binding that one machine can't run. It says so as soon as it is used, unless the overlay answers for it with a fixture.
(function (rt) {
  'use strict';
  const { Object, Proxy, String, JSONParse, JSONStringify, PromisePrototypeThen } = rt.primordials;
  const hostProperty = rt.host('fixture.property');
  const hostCall = rt.host('fixture.call');

  // what: the product, with its article
  function make(name, what) {
    const refuse = () => hostProperty(name, what, '');
    // What printing, JSON and `await` ask of every object is answered as for an empty one.
    const get = (target, key) => {
      if (typeof key === 'symbol' || key === 'toJSON' || key === 'then') return undefined;
      const value = hostProperty(name, what, key);
      return value === null ? method(name, key) : JSONParse(value)[0];
    };
    return new Proxy(Object.freeze({}), { get, set: refuse, has: refuse });
  }

  // Arguments are shown to people and in records; the fixture does not depend on them.
  function shown(args) {
    try {
      return String(JSONStringify(args));
    } catch {
      return '[...]';
    }
  }

  const method = (name, key) => (...args) =>
    PromisePrototypeThen(rt.io.op((op) => hostCall(op, name, key, shown(args)), true), (json) =>
      json === null || json === undefined ? undefined : JSONParse(json),
    );

  return { make };
})
