// The registry of symbols. The engine has one for all of its isolates, which keeps what each of them ever asked for: here every
// isolate has its own, which ends with it.
(function (rt) {
  'use strict';
  const { Map, MapPrototypeGet, MapPrototypeSet, ObjectDefineProperty, String, Symbol, TypeError } = rt.primordials;
  const symbols = new Map();
  const keys = new Map();

  const registry = {
    for(key) {
      const text = `${key}`;
      let symbol = MapPrototypeGet(symbols, text);
      if (symbol === undefined) {
        symbol = Symbol(text);
        MapPrototypeSet(symbols, text, symbol);
        MapPrototypeSet(keys, symbol, text);
      }
      return symbol;
    },
    keyFor(symbol) {
      if (typeof symbol !== 'symbol') throw new TypeError(`${String(symbol)} is not a symbol`);
      return MapPrototypeGet(keys, symbol);
    },
  };
  for (const name of ['for', 'keyFor']) {
    ObjectDefineProperty(Symbol, name, { __proto__: null, value: registry[name], writable: true, enumerable: false, configurable: true });
  }
})
