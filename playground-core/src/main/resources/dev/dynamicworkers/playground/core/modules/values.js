// Values of modules that are not ECMAScript: what their default export is.
(function (rt) {
  'use strict';
  const { JSONParse, TypeError } = rt.primordials;
  const kindOf = rt.host('modules.kind');
  const text = rt.host('modules.text');
  const bytes = rt.host('modules.bytes');

  function get(name) {
    const kind = kindOf(name);
    switch (kind) {
      case 'text':
        return text(name);
      case 'json':
        return JSONParse(text(name));
      case 'data':
        return bytes(name).buffer;
      case 'cjs':
        return rt.use('modules/commonjs').load(name);
      case 'wasm':
        return rt.use('modules/wasm').load(name, bytes(name));
      default:
        throw new TypeError(`Module "${name}" has no value of its own.`);
    }
  }
  return { get };
})
