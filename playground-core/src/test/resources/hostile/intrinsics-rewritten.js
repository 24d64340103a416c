// Rewrites all built-ins and then asks for what it may not have.
// expect: exception
export default {
  async fetch(request, env, ctx) {
    const kept = Response;
    const names = Reflect.ownKeys;
    const define = Reflect.defineProperty;
    const lie = function () { return true; };
    for (const owner of [Array.prototype, Map.prototype, Set.prototype, WeakMap.prototype, Promise.prototype, String.prototype, RegExp.prototype, Function.prototype, Object, Reflect, JSON, Number, Math, Symbol.prototype]) {
      for (const name of names(owner)) {
        if (name !== 'constructor') define(owner, name, { value: lie, writable: true, configurable: true });
      }
    }
    let said;
    try {
      await fetch('http://127.0.0.1:22/');
      said = 'fetched';
    } catch (error) {
      said = 'refused';
    }
    return new kept(said);
  },
};
