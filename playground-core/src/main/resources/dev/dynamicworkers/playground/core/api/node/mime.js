// MIMEType and MIMEParams of node:util.
(function (rt) {
  'use strict';
  const { Map, String, Symbol, TypeError } = rt.primordials;
  const { withCode } = rt.use('node/errors');
  const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
  const VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;

  const trim = (text) => text.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
  const refuse = (text) => withCode(TypeError, 'ERR_INVALID_MIME_SYNTAX', `Not a valid MIME type: ${text}`);

  // A quoted text from `at` on, which is behind the first quote: its value and where it ends.
  const quoted = (text, at) => {
    let value = '';
    let i = at;
    while (i < text.length && text[i] !== '"') {
      if (text[i] === '\\' && i + 1 < text.length) i++;
      value += text[i++];
    }
    return { value, end: i + 1 };
  };

  let load;
  class MIMEParams {
    #entries = new Map();

    static {
      load = (params, text) => {
        let at = 0;
        while (at < text.length) {
          const stop = text.slice(at).search(/[;=]/);
          const end = stop < 0 ? text.length : at + stop;
          const name = trim(text.slice(at, end)).toLowerCase();
          at = end + 1;
          if (text[end] !== '=') continue;
          let value;
          if (text[at] === '"') {
            const found = quoted(text, at + 1);
            value = found.value;
            const next = text.indexOf(';', found.end);
            at = next < 0 ? text.length : next + 1;
          } else {
            const next = text.indexOf(';', at);
            value = trim(text.slice(at, next < 0 ? text.length : next));
            at = next < 0 ? text.length : next + 1;
            if (value === '') continue;
          }
          if (TOKEN.test(name) && VALUE.test(value) && !params.#entries.has(name)) params.#entries.set(name, value);
        }
      };
    }

    get(name) { return this.#entries.get(`${name}`) ?? null; }
    has(name) { return this.#entries.has(`${name}`); }
    delete(name) { this.#entries.delete(`${name}`); }
    set(name, value) {
      const key = `${name}`;
      const text = `${value}`;
      if (!TOKEN.test(key)) throw withCode(TypeError, 'ERR_INVALID_MIME_SYNTAX', `The MIME syntax for a parameter name in ${key} is invalid`);
      if (!VALUE.test(text)) throw withCode(TypeError, 'ERR_INVALID_MIME_SYNTAX', `The MIME syntax for a parameter value in ${text} is invalid`);
      this.#entries.set(key, text);
    }
    *entries() { yield* this.#entries.entries(); }
    *keys() { yield* this.#entries.keys(); }
    *values() { yield* this.#entries.values(); }
    [Symbol.iterator]() { return this.entries(); }
    toString() {
      const parts = [];
      for (const [name, value] of this.#entries) {
        parts.push(`${name}=${value !== '' && TOKEN.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`}`);
      }
      return parts.join(';');
    }
    toJSON() { return this.toString(); }
  }

  class MIMEType {
    #type;
    #subtype;
    #params = new MIMEParams();

    constructor(input) {
      const text = trim(String(input));
      const slash = text.indexOf('/');
      const semicolon = text.indexOf(';', slash);
      const type = text.slice(0, slash);
      const subtype = trim(text.slice(slash + 1, semicolon < 0 ? text.length : semicolon));
      if (slash < 0 || !TOKEN.test(type) || !TOKEN.test(subtype)) throw refuse(text);
      this.#type = type.toLowerCase();
      this.#subtype = subtype.toLowerCase();
      if (semicolon >= 0) load(this.#params, text.slice(semicolon + 1));
    }

    get type() { return this.#type; }
    set type(value) {
      if (!TOKEN.test(`${value}`)) throw refuse(`${value}`);
      this.#type = `${value}`.toLowerCase();
    }
    get subtype() { return this.#subtype; }
    set subtype(value) {
      if (!TOKEN.test(`${value}`)) throw refuse(`${value}`);
      this.#subtype = `${value}`.toLowerCase();
    }
    get essence() { return `${this.#type}/${this.#subtype}`; }
    get params() { return this.#params; }
    toString() {
      const params = this.#params.toString();
      return params === '' ? this.essence : `${this.essence};${params}`;
    }
    toJSON() { return this.toString(); }
  }

  return { MIMEType, MIMEParams };
})
