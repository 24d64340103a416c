// HTMLRewriter: runs handlers over the tokens of a response body while it streams through.
(function (rt) {
  'use strict';
  const { Set, String, TypeError } = rt.primordials;
  const { Tokenizer } = rt.use('htmlrewriter/tokenizer');
  const selectors = rt.use('htmlrewriter/selectors');
  const tokens = rt.use('htmlrewriter/tokens');
  const { OpenElement, root } = rt.use('htmlrewriter/open-element');

  // One pass over one document. `write` and `end` give the text to put out.
  class Pass {
    constructor(elementHandlers, documentHandlers) {
      this.elementHandlers = elementHandlers;
      this.documentHandlers = documentHandlers;
      this.tokenizer = new Tokenizer();
      this.root = root();
      this.open = [];
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
      while (this.open.length > 0) await this.pop(null);
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
      for (const token of list) {
        if (token.kind === 'text') await this.onText(token);
        else {
          if (this.inText) await this.endText();
          await this.onMarkup(token);
        }
      }
    }

    onMarkup(token) {
      switch (token.kind) {
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

    scopedHandlers(kind) {
      const found = [];
      for (const entry of this.documentHandlers) if (entry[kind] !== undefined) found.push(entry);
      const seen = new Set();
      for (const element of this.open) {
        for (const scope of element.scopes ?? []) {
          if (scope[kind] === undefined || seen.has(scope)) continue;
          seen.add(scope);
          found.push(scope);
        }
      }
      return found;
    }

    async onText(token) {
      if (token.raw === '') return;
      this.inText = true;
      this.textType = token.textType;
      const handlers = this.scopedHandlers('text');
      if (handlers.length === 0) this.put(token.raw);
      else await this.runText(handlers, token.raw, false);
    }

    // Handlers learn of the end of a text node by an empty last chunk.
    async endText() {
      if (!this.inText) return;
      this.inText = false;
      const handlers = this.scopedHandlers('text');
      if (handlers.length > 0) await this.runText(handlers, '', true);
    }

    async runText(handlers, raw, last) {
      const token = tokens.newText(raw, last);
      for (const handler of handlers) await handler.text(token);
      await this.putEdited(tokens.close(token), raw);
    }

    async onComment({ raw, text }) {
      const handlers = this.scopedHandlers('comments');
      if (handlers.length === 0) {
        this.put(raw);
        return;
      }
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

    async onStart(token) {
      const element = new OpenElement(token, this.open.at(-1) ?? this.root);
      this.open.push(element);
      const matching = this.elementHandlers.filter(({ selector }) => selectors.matches(selector, this.open));
      const scopes = matching.map(({ handler }) => handler);
      element.scopes = scopes.some((scope) => scope.text !== undefined || scope.comments !== undefined) ? scopes : null;
      if (scopes.some((scope) => scope.element !== undefined)) await this.runElement(element, scopes);
      else this.put(token.raw);
      if (element.isVoid) {
        this.open.pop();
        if (element.hides) this.hidden--;
        await this.putAll(element.after);
      }
    }

    async runElement(element, scopes) {
      const token = tokens.newElement(element);
      for (const scope of scopes) await scope.element?.(token);
      const edits = tokens.close(token);
      element.after = edits.after;
      element.removed = edits.removed;
      await this.putAll(edits.before);
      if (edits.replacement !== null) await this.putAll([edits.replacement]);
      if (!edits.removed) this.put(element.startTag());
      if (!element.isVoid && (!edits.removed || element.dropsTags)) await this.putAll(element.prepended);
      if (element.dropsContent) {
        element.hides = true;
        this.hidden++;
      }
    }

    async onEnd(token) {
      const at = this.open.findLastIndex((element) => element.name === token.name);
      if (at < 0) {
        this.put(token.raw);
        return;
      }
      while (this.open.length > at + 1) await this.pop(null);
      await this.pop(token);
    }

    // Leaves the innermost element; `token` is its end tag, null when there is none.
    async pop(token) {
      const element = this.open.pop();
      if (element.hides) this.hidden--;
      if (!element.removed || element.dropsTags) await this.putAll(element.appended);
      if (token !== null) await this.runEndTag(element, token);
      await this.putAll(element.after);
    }

    async runEndTag(element, token) {
      const name = element.shownName === element.name ? undefined : element.shownName;
      let raw = name === undefined ? token.raw : `</${name}>`;
      if (element.endHandlers.length === 0) {
        if (!element.removed) this.put(raw);
        return;
      }
      const tag = tokens.newEndTag(element.shownName);
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
    if (typeof object !== 'object' && typeof object !== 'function') return undefined;
    const result = {};
    for (const kind of kinds) {
      const value = object[kind];
      if (value === undefined) continue;
      if (typeof value !== 'function') throw rt.fieldError(kind, dictionary, 'function');
      result[kind] = (token) => value.call(object, token);
    }
    return result;
  };

  class HTMLRewriter {
    #elements = [];
    #documents = [];

    on(selector, handlers) {
      const elements = this.#elements;
      if (arguments.length === 0) throw rt.argumentError('on', 'HTMLRewriter', 1, 'string');
      if (handlers === null || (typeof handlers !== 'object' && typeof handlers !== 'function')) {
        throw rt.argumentError('on', 'HTMLRewriter', 2, 'ElementContentHandlers');
      }
      const handler = handlerOf(handlers, ['element', 'comments', 'text'], 'ElementContentHandlers');
      elements.push({ selector: selectors.parse(String(selector)), handler });
      return this;
    }

    onDocument(handlers) {
      const documents = this.#documents;
      if (handlers === null || (typeof handlers !== 'object' && typeof handlers !== 'function')) {
        throw rt.argumentError('onDocument', 'HTMLRewriter', 1, 'DocumentContentHandlers');
      }
      documents.push(handlerOf(handlers, ['doctype', 'comments', 'text', 'end'], 'DocumentContentHandlers'));
      return this;
    }

    transform(response) {
      const { Headers, Response } = rt.global;
      const elements = [...this.#elements];
      if (!(response instanceof Response)) throw rt.argumentError('transform', 'HTMLRewriter', 1, 'Response');
      if (response.body === null) return response;
      const headers = new Headers(response.headers);
      headers.delete('content-length');
      const body = rewrite(response.body, new Pass(elements, [...this.#documents]), response.headers.get('content-type'));
      return new Response(body, { status: response.status, statusText: response.statusText, headers, cf: response.cf });
    }
  }

  const charsetOf = (contentType) => /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';

  const rewrite = (source, pass, contentType) => {
    const { ReadableStream, TextDecoder, TextEncoder } = rt.global;
    let decoder;
    try {
      decoder = new TextDecoder(charsetOf(contentType), { ignoreBOM: true });
    } catch {
      throw new TypeError("Parser error: Unknown character encoding has been provided.");
    }
    const encoder = new TextEncoder();
    const reader = source.getReader();
    return new ReadableStream({
      type: 'bytes',
      async pull(controller) {
        try {
          for (;;) {
            const { done, value } = await reader.read();
            let text = done ? decoder.decode() : decoder.decode(value, { stream: true });
            text = text === '' ? '' : await pass.write(text);
            if (done) text += await pass.end();
            if (text !== '') controller.enqueue(encoder.encode(text));
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
