// HTMLRewriter: runs handlers over the tokens of a response body while it streams through.
(function (rt) {
  'use strict';
  const { Map, String, TypeError } = rt.primordials;
  const { Tokenizer } = rt.use('htmlrewriter/tokenizer');
  const selectors = rt.use('htmlrewriter/selectors');
  const tokens = rt.use('htmlrewriter/tokens');
  const { OpenElement, root } = rt.use('htmlrewriter/open-element');

  const joined = (some, others) => (some.length === 0 ? others : others.length === 0 ? some : [...some, ...others]);

  // One pass over one document. `write` and `end` give the text to put out. What no handler looks at costs no promise: steps return one only
  // when there is something to wait for.
  class Pass {
    constructor(elementHandlers, documentHandlers) {
      this.elementHandlers = elementHandlers;
      this.documentHandlers = documentHandlers;
      this.documentTexts = documentHandlers.filter(({ text }) => text !== undefined);
      this.documentComments = documentHandlers.filter(({ comments }) => comments !== undefined);
      this.tokenizer = new Tokenizer();
      this.root = root();
      this.open = [];
      this.openNames = new Map();
      this.output = '';
      this.hidden = 0;
      this.inText = false;
      this.textType = 'data';
    }

    async write(chunk) {
      this.tokenizer.write(chunk);
      await this.drain();
      return this.flush();
    }

    async end() {
      this.tokenizer.end();
      await this.drain();
      await this.endText();
      while (this.open.length > 0) this.abandon();
      for (const { end } of this.handlersOf('end')) {
        const token = tokens.newDocumentEnd();
        await end(token);
        await this.putAll(tokens.close(token).before);
      }
      return this.flush();
    }

    flush() {
      const text = this.output;
      this.output = '';
      return text;
    }

    async drain() {
      const list = this.tokenizer.tokens;
      this.tokenizer.tokens = [];
      for (let i = 0; i < list.length; i++) {
        const token = list[i];
        if (this.inText && token.kind !== 'text') {
          const ending = this.endText();
          if (ending !== undefined) await ending;
        }
        const handling = this.on(token);
        if (handling !== undefined) await handling;
      }
    }

    on(token) {
      switch (token.kind) {
        case 'text': return this.onText(token);
        case 'start': return this.onStart(token);
        case 'end': return this.onEnd(token);
        case 'comment': return this.onComment(token);
        case 'doctype': return this.onDoctype(token);
        default: return this.put(token.raw);
      }
    }

    // Output

    put(text) {
      if (this.hidden === 0) this.output += text;
    }

    async putAll(contents) {
      for (const content of contents) {
        if (typeof content === 'string') this.put(content);
        else await this.putStream(content);
      }
    }

    async putStream({ stream, escape }) {
      const decoder = new rt.global.TextDecoder();
      for await (const chunk of stream) {
        const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
        this.put(escape === null ? text : escape(text));
      }
    }

    // Writes a token whose handlers are done.
    async putEdited(edits, raw) {
      await this.putAll(edits.before);
      if (edits.replacement !== null) await this.putAll([edits.replacement]);
      else if (!edits.removed) this.put(raw);
      await this.putAll(edits.after);
    }

    // Handlers

    *handlersOf(kind) {
      for (const entry of this.documentHandlers) {
        const handle = entry[kind];
        if (handle !== undefined) yield { [kind]: (token) => handle.call(entry, token) };
      }
    }

    get innermost() {
      return this.open.at(-1) ?? this.root;
    }

    textHandlers() {
      return joined(this.innermost.texts, this.documentTexts);
    }

    commentHandlers() {
      return joined(this.innermost.comments, this.documentComments);
    }

    onText(token) {
      if (token.raw === '') return undefined;
      this.inText = true;
      this.textType = token.textType;
      const handlers = this.textHandlers();
      return handlers.length === 0 ? this.put(token.raw) : this.runText(handlers, token.raw, false);
    }

    // Handlers learn of the end of a text node by an empty last chunk.
    endText() {
      if (!this.inText) return undefined;
      this.inText = false;
      const handlers = this.textHandlers();
      return handlers.length === 0 ? undefined : this.runText(handlers, '', true);
    }

    async runText(handlers, raw, last) {
      const token = tokens.newText(raw, last);
      for (const handler of handlers) await handler.text(token);
      await this.putEdited(tokens.close(token), raw);
    }

    onComment({ raw, text }) {
      const handlers = this.commentHandlers();
      return handlers.length === 0 ? this.put(raw) : this.runComment(handlers, raw, text);
    }

    async runComment(handlers, raw, text) {
      const token = tokens.newComment(text);
      for (const handler of handlers) await handler.comments(token);
      const changed = tokens.commentText(token);
      await this.putEdited(tokens.close(token), changed === undefined ? raw : `<!--${changed}-->`);
    }

    async onDoctype({ raw }) {
      for (const { doctype } of this.handlersOf('doctype')) {
        const token = tokens.newDoctype(raw);
        await doctype(token);
        tokens.close(token);
      }
      this.put(raw);
    }

    // Elements

    onStart(token) {
      const element = new OpenElement(token, this.innermost);
      const scopes = this.scopesOf(element);
      if (!element.isVoid) {
        this.open.push(element);
        this.openNames.set(element.name, (this.openNames.get(element.name) ?? 0) + 1);
        element.addScopes(scopes);
      }
      if (scopes.some((scope) => scope.element !== undefined)) return this.runElement(element, scopes);
      return this.put(token.raw);
    }

    // The handlers whose selector it matches.
    scopesOf(element) {
      const scopes = [];
      for (let number = 0; number < this.elementHandlers.length; number++) {
        const { selector, handler } = this.elementHandlers[number];
        if (selectors.matches(selector, element, number)) scopes.push(handler);
      }
      return scopes;
    }

    async runElement(element, scopes) {
      element.touched = true;
      const token = tokens.newElement(element);
      for (const scope of scopes) await scope.element?.(token);
      const edits = tokens.close(token);
      element.after = edits.after;
      element.removed = edits.removed;
      await this.putAll(edits.before);
      if (edits.replacement !== null) await this.putAll([edits.replacement]);
      if (!edits.removed) this.put(element.startTag());
      if (!element.isVoid && (!edits.removed || element.dropsTags)) await this.putAll(element.prepended);
      if (element.isVoid) {
        await this.putAll(element.after);
      } else if (element.dropsContent) {
        element.hides = true;
        this.hidden++;
      }
    }

    onEnd(token) {
      if (!(this.openNames.get(token.name) > 0)) return this.put(token.raw);
      while (this.open.at(-1).name !== token.name) this.abandon();
      const element = this.leave();
      return element.touched ? this.putEnd(element, token) : this.put(token.raw);
    }

    async putEnd(element, token) {
      if (!element.removed || element.dropsTags) await this.putAll(element.appended);
      await this.runEndTag(element, token);
      await this.putAll(element.after);
    }

    // Takes the innermost element off.
    leave() {
      const element = this.open.pop();
      this.openNames.set(element.name, this.openNames.get(element.name) - 1);
      if (element.hides) this.hidden--;
      return element;
    }

    // Leaves an element that has no end tag: what was to be written before or after that tag has no place, as in the Workers runtime.
    abandon() {
      this.leave();
    }

    async runEndTag(element, token) {
      let raw = element.newName === undefined ? token.raw : `</${element.newName}>`;
      if (element.endHandlers.length === 0) {
        if (!element.removed) this.put(raw);
        return;
      }
      const tag = tokens.newEndTag(element.tagName);
      for (const handler of element.endHandlers) await handler(tag);
      const changed = tokens.endName(tag);
      if (changed !== undefined) raw = `</${changed}>`;
      const edits = tokens.close(tag);
      if (element.removed) edits.removed = true;
      await this.putEdited(edits, raw);
    }
  }

  // The functions of a handler object, bound to it; what is there and no function is an error.
  const handlerOf = (object, kinds, dictionary) => {
    const result = {};
    if (object === null) return result;
    for (const kind of kinds) {
      const value = object[kind];
      if (value === undefined) continue;
      if (typeof value !== 'function') throw rt.fieldError(kind, dictionary, 'function');
      result[kind] = (token) => value.call(object, token);
    }
    return result;
  };

  const slots = rt.slots();
  class HTMLRewriter {
    constructor() {
      slots.set(this, { elements: [], documents: [] });
    }

    on(selector, handlers) {
      const elements = slots.get(this).elements;
      if (arguments.length === 0) throw rt.argumentError('on', 'HTMLRewriter', 1, 'string');
      if (handlers !== null && typeof handlers !== 'object' && typeof handlers !== 'function') {
        throw rt.argumentError('on', 'HTMLRewriter', 2, 'ElementContentHandlers');
      }
      const handler = handlerOf(handlers, ['element', 'comments', 'text'], 'ElementContentHandlers');
      elements.push({ selector: selectors.parse(String(selector)), handler });
      return this;
    }

    onDocument(handlers) {
      const documents = slots.get(this).documents;
      if (handlers === null || (typeof handlers !== 'object' && typeof handlers !== 'function')) {
        throw rt.argumentError('onDocument', 'HTMLRewriter', 1, 'DocumentContentHandlers');
      }
      documents.push(handlerOf(handlers, ['doctype', 'comments', 'text', 'end'], 'DocumentContentHandlers'));
      return this;
    }

    transform(response) {
      const { Headers, Response } = rt.global;
      const elements = [...slots.get(this).elements];
      if (!(response instanceof Response)) throw rt.argumentError('transform', 'HTMLRewriter', 1, 'Response');
      if (response.body === null) return response;
      if (response.bodyUsed || response.body.locked) throw new TypeError('The ReadableStream has been locked to a reader.');
      const headers = new Headers(response.headers);
      headers.delete('content-length');
      const body = rewrite(response.body, new Pass(elements, [...slots.get(this).documents]), response.headers.get('content-type'));
      rt.use('fetch/body').contentOf(response).used = true;
      return new Response(body, { status: response.status, statusText: response.statusText, headers, cf: response.cf });
    }
  }

  const charsetOf = (contentType) => /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';

  // The document is read and written in the encoding of its content type; a character that this has not becomes a reference.
  const codecOf = (contentType) => {
    let decoder;
    try {
      decoder = new rt.global.TextDecoder(charsetOf(contentType), { ignoreBOM: true });
    } catch {
      throw new TypeError('Parser error: Unknown character encoding has been provided.');
    }
    const { encoding } = decoder;
    if (encoding === 'utf-8') return { decoder, encode: rt.use('encoding/utf8').encode };
    if (encoding.startsWith('utf-16')) throw new TypeError('Parser error: Expected ASCII-compatible encoding.');
    const legacy = rt.host('encoding.legacy');
    return { decoder, encode: (text) => legacy(encoding, text) };
  };

  const rewrite = (source, pass, contentType) => {
    const { decoder, encode } = codecOf(contentType);
    const reader = source.getReader();
    return new rt.global.ReadableStream({
      type: 'bytes',
      async pull(controller) {
        try {
          for (;;) {
            const { done, value } = await reader.read();
            let text = done ? decoder.decode() : typeof value === 'string' ? value : decoder.decode(value, { stream: true });
            text = text === '' ? '' : await pass.write(text);
            if (done) text += await pass.end();
            if (text !== '') controller.enqueue(encode(text));
            if (done) {
              controller.close();
              controller.byobRequest?.respond(0);
              return;
            }
            if (text !== '') return;
          }
        } catch (error) {
          reader.cancel(error).catch(() => {});
          throw error;
        }
      },
      cancel(reason) {
        return reader.cancel(reason);
      },
    }, { highWaterMark: 0 });
  };

  rt.expose(HTMLRewriter);

  return { HTMLRewriter, Pass };
})
