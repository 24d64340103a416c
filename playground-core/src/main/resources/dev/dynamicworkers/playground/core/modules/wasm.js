// WebAssembly modules of the worker's code, compiled once in an isolate when they are first imported.
(function (rt) {
  'use strict';
  const load = (name, bytes) => rt.use('kernel/wasm').compileOwn(bytes);
  return { load };
})
