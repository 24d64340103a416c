// WebAssembly modules, which this engine does not have.
(function (rt) {
  'use strict';
  function load(name) {
    throw new rt.primordials.TypeError(`Module "${name}" is a WebAssembly module: WebAssembly is not supported by the playground.`);
  }
  return { load };
})
