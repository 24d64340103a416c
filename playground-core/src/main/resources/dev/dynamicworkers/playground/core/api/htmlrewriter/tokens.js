// What handlers of HTMLRewriter get: Element, EndTag, Text, Comment, Doctype, DocumentEnd. Each is valid while its handler runs.
(function (rt) {
  'use strict';
  const { Boolean, Object, String, TypeError } = rt.primordials;
  const secret = {};

  const EXPIRED = 'This content token is no longer valid. Content tokens are only valid during the execution of the relevant content handler.';

  const escapeText = (text) => text.replace(/[<>&]/g, (c) => (c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&amp;'));

  // Inserted content: a finished string, or a stream whose text is still to come, with how to escape it.
  const contentOf = (value, options, method, Class) => {
    if (options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'function') {
      throw rt.argumentError(method, Class, 2, 'ContentOptions');
    }
    const asHtml = Boolean(options?.html);
    const { ReadableStream, Response } = rt.global;
    let content = value;
    if (typeof Response === 'function' && content instanceof Response) content = content.body ?? '';
    if (typeof ReadableStream === 'function' && content instanceof ReadableStream) return { stream: content, escape: asHtml ? null : escapeText };
    if (value === undefined) throw rt.argumentError(method, Class, 1, 'string or JsReadableStream or Response');
    const text = String(content);
    return asHtml ? text : escapeText(text);
  };

  // The changes asked for around one token.
  class Edits {
    before = [];
    after = [];
    replacement = null;
    removed = false;
  }

  let open, close;

  const tokenSlots = rt.slots();
  class Token {
    constructor(key) {
      if (key !== secret) throw rt.illegalConstructor();
      tokenSlots.set(this, { edits: new Edits(), valid: true });
    }

    static {
      open = (token) => {
        if (!tokenSlots.has(token)) throw rt.illegalInvocation();
        if (!tokenSlots.get(token).valid) throw new TypeError(EXPIRED);
        return tokenSlots.get(token).edits;
      };
      close = (token) => {
        tokenSlots.get(token).valid = false;
        return tokenSlots.get(token).edits;
      };
    }

    get removed() { return open(this).removed; }

    before(content, options) {
      open(this).before.push(contentOf(content, options, 'before', this.constructor.name));
      return this;
    }

    after(content, options) {
      open(this).after.unshift(contentOf(content, options, 'after', this.constructor.name));
      return this;
    }

    replace(content, options) {
      const edits = open(this);
      edits.replacement = contentOf(content, options, 'replace', this.constructor.name);
      edits.removed = true;
      return this;
    }

    remove() {
      const edits = open(this);
      edits.removed = true;
      edits.replacement = null;
      return this;
    }
  }

  const textSlots = rt.slots();
  class Text extends Token {
    constructor(key, text, last) {
      super(key);
      textSlots.set(this, { text, last });
    }

    get text() { return open(this) && textSlots.get(this).text; }
    get lastInTextNode() { return open(this) && textSlots.get(this).last; }
  }

  let commentText;

  const commentSlots = rt.slots();
  class Comment extends Token {
    constructor(key, text) {
      super(key);
      commentSlots.set(this, { text, changed: false });
    }

    static {
      commentText = (comment) => (commentSlots.get(comment).changed ? commentSlots.get(comment).text : undefined);
    }

    get text() { return open(this) && commentSlots.get(this).text; }
    set text(value) {
      open(this);
      const text = String(value);
      if (/--!?>/.test(text)) throw new TypeError('Parser error: Comment text shouldn\'t contain a comment-closing sequence.');
      commentSlots.get(this).text = text;
      commentSlots.get(this).changed = true;
    }
  }

  const doctypeSlots = rt.slots();
  class Doctype extends Token {
    constructor(key, raw) {
      super(key);
      const match = /^<!doctype\s*([^\s>]+)?\s*(?:(public|system)\s*(?:"([^"]*)"|'([^']*)')?\s*(?:"([^"]*)"|'([^']*)')?)?/i.exec(raw) ?? [];
      const first = match[3] ?? match[4] ?? null;
      const second = match[5] ?? match[6] ?? null;
      const isPublic = match[2]?.toLowerCase() === 'public';
      doctypeSlots.set(this, [match[1]?.toLowerCase() ?? null, isPublic ? first : null, isPublic ? second : first]);
    }

    get name() { return open(this) && doctypeSlots.get(this)[0]; }
    get publicId() { return open(this) && doctypeSlots.get(this)[1]; }
    get systemId() { return open(this) && doctypeSlots.get(this)[2]; }
  }
  for (const name of ['before', 'after', 'replace', 'remove', 'removed']) {
    Object.defineProperty(Doctype.prototype, name, { __proto__: null, value: undefined, configurable: true });
  }

  class DocumentEnd extends Token {
    append(content, options) {
      open(this).before.push(contentOf(content, options, 'append', 'DocumentEnd'));
      return this;
    }
  }
  for (const name of ['before', 'after', 'replace', 'remove', 'removed']) {
    Object.defineProperty(DocumentEnd.prototype, name, { __proto__: null, value: undefined, configurable: true });
  }

  const checkName = (value) => {
    const name = String(value);
    if (name === '') throw new TypeError("Parser error: Tag name can't be empty.");
    if (!/^[a-zA-Z]/.test(name)) throw new TypeError('Parser error: The first character of the tag name should be an ASCII alphabetical character.');
    const bad = /[\s/>]/.exec(name);
    if (bad !== null) throw new TypeError(`Parser error: \`${bad[0]}\` character is forbidden in the tag name`);
    return name;
  };

  let endName;

  const endTagSlots = rt.slots();
  class EndTag extends Token {
    constructor(key, name) {
      super(key);
      endTagSlots.set(this, { name, changed: false });
    }

    static {
      endName = (tag) => (endTagSlots.get(tag).changed ? endTagSlots.get(tag).name : undefined);
    }

    get name() { return open(this) && endTagSlots.get(this).name; }
    set name(value) {
      open(this);
      endTagSlots.get(this).name = checkName(value);
      endTagSlots.get(this).changed = true;
    }
  }

  let elementState;

  const elementSlots = rt.slots();
  class Element extends Token {
    constructor(key, element) {
      super(key);
      elementSlots.set(this, element);
    }

    static {
      elementState = (element) => open(element) && elementSlots.get(element);
    }

    get tagName() { return elementState(this).tagName; }
    set tagName(value) {
      const element = elementState(this);
      element.newName = checkName(value);
      element.changed = true;
    }

    get namespaceURI() { return elementState(this).namespace; }

    get attributes() {
      const token = this;
      const { attributes } = elementState(this);
      return (function* () {
        for (const { name, value } of [...attributes]) {
          open(token);
          yield [name, value];
        }
      })();
    }

    getAttribute(name) {
      if (arguments.length === 0) throw rt.argumentError('getAttribute', 'Element', 1, 'string');
      return elementState(this).attribute(String(name).toLowerCase()) ?? null;
    }

    hasAttribute(name) {
      if (arguments.length === 0) throw rt.argumentError('hasAttribute', 'Element', 1, 'string');
      return elementState(this).attribute(String(name).toLowerCase()) !== undefined;
    }

    setAttribute(name, value) {
      if (arguments.length < 2) throw rt.argumentError('setAttribute', 'Element', arguments.length + 1, 'string');
      const element = elementState(this);
      const key = String(name).toLowerCase();
      if (key === '') throw new TypeError("Parser error: Attribute name can't be empty.");
      const bad = /[\s/>=]/.exec(key);
      if (bad !== null) throw new TypeError(`Parser error: \`${bad[0]}\` character is forbidden in the attribute name`);
      element.setAttribute(key, String(value));
      return this;
    }

    removeAttribute(name) {
      if (arguments.length === 0) throw rt.argumentError('removeAttribute', 'Element', 1, 'string');
      elementState(this).removeAttribute(String(name).toLowerCase());
      return this;
    }

    prepend(content, options) {
      elementState(this).prepended.unshift(contentOf(content, options, 'prepend', 'Element'));
      return this;
    }

    append(content, options) {
      elementState(this).appended.push(contentOf(content, options, 'append', 'Element'));
      return this;
    }

    setInnerContent(content, options) {
      const element = elementState(this);
      element.prepended = [contentOf(content, options, 'setInnerContent', 'Element')];
      element.appended = [];
      element.dropsContent = true;
      return this;
    }

    removeAndKeepContent() {
      const element = elementState(this);
      element.dropsTags = true;
      open(this).removed = true;
      return this;
    }

    remove() {
      elementState(this).dropsContent = true;
      return super.remove();
    }

    replace(content, options) {
      elementState(this).dropsContent = true;
      return super.replace(content, options);
    }

    onEndTag(handler) {
      const element = elementState(this);
      if (typeof handler !== 'function') throw rt.argumentError('onEndTag', 'Element', 1, 'function');
      if (element.isVoid) throw new TypeError('Parser error: No end tag.');
      // The last one given counts, as in the Workers runtime.
      element.endHandlers = [handler];
    }
  }

  for (const Class of [Text, Comment, Doctype, DocumentEnd, EndTag, Element]) rt.expose(Class);
  // The shared methods belong to every class of tokens.
  rt.expose(Token, { name: 'ContentToken' });

  return {
    newText: (text, last) => new Text(secret, text, last),
    newComment: (text) => new Comment(secret, text),
    newDoctype: (raw) => new Doctype(secret, raw),
    newDocumentEnd: () => new DocumentEnd(secret),
    newEndTag: (name) => new EndTag(secret, name),
    newElement: (element) => new Element(secret, element),
    close,
    commentText,
    endName,
  };
})
