// An element between its start tag and its end tag, as selectors and edits see it.
(function (rt) {
  'use strict';
  const { Map, Object, Set } = rt.primordials;
  const { HTML } = rt.use('htmlrewriter/foreign');
  const { parseAttributes } = rt.use('htmlrewriter/tokenizer');

  const VOID = new Set([
    'area', 'base', 'basefont', 'bgsound', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'keygen', 'link', 'meta', 'param', 'source',
    'track', 'wbr',
  ]);
  const NONE = [];

  class OpenElement {
    parsed = null;
    types = null;
    children = 0;
    changed = false;
    prepended = [];
    appended = [];
    after = [];
    endHandlers = [];
    dropsContent = false;
    dropsTags = false;
    removed = false;
    // Whether a handler had it.
    touched = false;

    constructor(token, parent) {
      this.token = token;
      this.name = token.name;
      this.newName = undefined;
      this.namespace = token.namespace;
      this.isVoid = token.namespace === HTML ? VOID.has(token.name) : token.selfClosing;
      // Which steps of each selector end here, and which do here or at an element around it; see selectors.js.
      this.here = [];
      this.above = [];
      this.parent = parent;
      this.texts = parent.texts;
      this.comments = parent.comments;
      this.childIndex = ++parent.children;
      this.typeIndex = parent.countType(token.name);
      this.hides = false;
    }

    countType(name) {
      const count = ((this.types ??= new Map()).get(name) ?? 0) + 1;
      this.types.set(name, count);
      return count;
    }

    get attributes() { return (this.parsed ??= parseAttributes(this.token)); }

    get tagName() { return this.newName ?? this.name; }

    // Handlers of text and comments that matched this element apply within it, besides those of the elements around it.
    addScopes(scopes) {
      for (const scope of scopes) {
        if (scope.text !== undefined && !this.texts.includes(scope)) this.texts = [...this.texts, scope];
        if (scope.comments !== undefined && !this.comments.includes(scope)) this.comments = [...this.comments, scope];
      }
    }

    attribute(name) {
      return this.attributes.find((attribute) => attribute.name === name)?.value;
    }

    setAttribute(name, value) {
      this.changed = true;
      const found = this.attributes.find((attribute) => attribute.name === name);
      const shown = found?.shown ?? name;
      const raw = `${shown}="${value.replaceAll('"', '&quot;')}"`;
      if (found === undefined) this.attributes.push({ name, shown, value, raw });
      else Object.assign(found, { value, raw });
    }

    removeAttribute(name) {
      const kept = this.attributes.filter((attribute) => attribute.name !== name);
      if (kept.length === this.attributes.length) return;
      this.changed = true;
      this.parsed = kept;
    }

    startTag() {
      if (!this.changed) return this.token.raw;
      const parts = [this.newName ?? this.token.shown, ...this.attributes.map((attribute) => attribute.raw)];
      // An HTML element that gets content has no use for the slash.
      const closes = this.token.selfClosing && (this.isVoid || (this.prepended.length === 0 && this.appended.length === 0));
      return `<${parts.join(' ')}${closes ? ' />' : '>'}`;
    }
  }

  // What the outermost elements are children of.
  const root = () => {
    const types = new Map();
    return {
      children: 0,
      here: NONE,
      above: NONE,
      texts: NONE,
      comments: NONE,
      parent: null,
      countType(name) {
        const count = (types.get(name) ?? 0) + 1;
        types.set(name, count);
        return count;
      },
    };
  };

  return { OpenElement, root };
})
