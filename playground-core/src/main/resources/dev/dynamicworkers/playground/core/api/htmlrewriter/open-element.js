// An element between its start tag and its end tag, as selectors and edits see it.
(function (rt) {
  'use strict';
  const { Map, Object, Set } = rt.primordials;
  const { parseAttributes } = rt.use('htmlrewriter/tokenizer');

  const VOID = new Set([
    'area', 'base', 'basefont', 'bgsound', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'keygen', 'link', 'meta', 'param', 'source',
    'track', 'wbr',
  ]);
  const NAMESPACES = { __proto__: null, svg: 'http://www.w3.org/2000/svg', math: 'http://www.w3.org/1998/Math/MathML' };
  const HTML = 'http://www.w3.org/1999/xhtml';

  class OpenElement {
    #attributes = null;
    #types = null;
    children = 0;
    changed = false;
    prepended = [];
    appended = [];
    after = [];
    endHandlers = [];
    dropsContent = false;
    dropsTags = false;
    removed = false;
    scopes = null;

    constructor(token, parent) {
      this.token = token;
      this.name = token.name;
      this.shownName = token.name;
      this.isVoid = token.foreign ? token.selfClosing : VOID.has(token.name);
      this.namespace = NAMESPACES[token.name] ?? (token.foreign ? parent.namespace ?? HTML : HTML);
      this.childIndex = ++parent.children;
      this.typeIndex = parent.countType(token.name);
      this.hides = false;
    }

    countType(name) {
      const count = ((this.#types ??= new Map()).get(name) ?? 0) + 1;
      this.#types.set(name, count);
      return count;
    }

    get attributes() { return (this.#attributes ??= parseAttributes(this.token.raw)); }

    attribute(name) {
      return this.attributes.find((attribute) => attribute.name === name)?.value;
    }

    setAttribute(name, value) {
      this.changed = true;
      const raw = `${name}="${value.replaceAll('"', '&quot;')}"`;
      const found = this.attributes.find((attribute) => attribute.name === name);
      if (found === undefined) this.attributes.push({ name, value, raw });
      else Object.assign(found, { value, raw });
    }

    removeAttribute(name) {
      const at = this.attributes.findIndex((attribute) => attribute.name === name);
      if (at < 0) return;
      this.changed = true;
      this.attributes.splice(at, 1);
    }

    startTag() {
      if (!this.changed) return this.token.raw;
      const parts = [this.shownName, ...this.attributes.map((attribute) => attribute.raw)];
      return `<${parts.join(' ')}${this.token.selfClosing ? ' />' : '>'}`;
    }
  }

  // What the outermost elements are children of.
  const root = () => {
    const types = new Map();
    return {
      children: 0,
      namespace: HTML,
      countType(name) {
        const count = (types.get(name) ?? 0) + 1;
        types.set(name, count);
        return count;
      },
    };
  };

  return { OpenElement, root };
})
