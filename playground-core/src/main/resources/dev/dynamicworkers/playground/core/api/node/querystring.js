// node:querystring.
(function (rt) {
  'use strict';
  const { Array, Number, Object, String } = rt.primordials;
  const { decodeURIComponent, encodeURIComponent, parseInt } = rt.global;

  const escape = (text) => encodeURIComponent(typeof text === 'string' ? text : String(text))
    .replace(/%(?:21|27|28|29|2A|7E)/g, (code) => String.fromCharCode(parseInt(code.slice(1), 16)));

  const unescape = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text.replace(/%([0-9a-fA-F]{2})/g, (all, code) => String.fromCharCode(parseInt(code, 16)));
    }
  };

  const primitive = (value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
    return typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : '';
  };

  const querystring = {
    escape,
    unescape,
    stringify(object, separator = '&', equals = '=', options = undefined) {
      if (object === null || typeof object !== 'object') return '';
      const encode = options?.encodeURIComponent ?? querystring.escape;
      const pair = (key, value) => `${encode(primitive(key))}${equals}${encode(primitive(value))}`;
      return Object.keys(object)
        .map((key) => (Array.isArray(object[key]) ? object[key].map((value) => pair(key, value)).join(separator) : pair(key, object[key])))
        .filter((text) => text !== '')
        .join(separator);
    },
    parse(text, separator = '&', equals = '=', options = undefined) {
      const result = Object.create(null);
      if (typeof text !== 'string' || text === '') return result;
      const decode = (part) => (options?.decodeURIComponent ?? querystring.unescape)(part.replaceAll('+', ' '));
      const limit = options?.maxKeys ?? 1000;
      const parts = text.split(separator);
      for (const part of limit > 0 ? parts.slice(0, limit) : parts) {
        if (part === '') continue;
        const at = part.indexOf(equals);
        const key = decode(at < 0 ? part : part.slice(0, at));
        const value = at < 0 ? '' : decode(part.slice(at + equals.length));
        if (!(key in result)) result[key] = value;
        else if (Array.isArray(result[key])) result[key].push(value);
        else result[key] = [result[key], value];
      }
      return result;
    },
  };
  querystring.unescapeBuffer = (text) => {
    const { Buffer } = rt.use('node/buffer');
    return Buffer.from(`${text}`.replace(/%([0-9a-fA-F]{2})/g, (all, hex) => rt.primordials.String.fromCharCode(rt.primordials.Number(`0x${hex}`))), 'latin1');
  };
  querystring.encode = querystring.stringify;
  querystring.decode = querystring.parse;

  return querystring;
})
