// Splits HTML into tokens as it arrives, in chunks cut anywhere. Every token carries its source text, so what nobody touches is written out as
// it came in. Each character is looked at once; a token that is not complete yet waits in pieces.
(function (rt) {
  'use strict';
  const { Set } = rt.primordials;
  const { Namespaces, HTML } = rt.use('htmlrewriter/foreign');

  const RAW = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript']);
  const RCDATA = new Set(['title', 'textarea']);
  const isSpace = (c) => c === ' ' || c === '\n' || c === '\t' || c === '\f' || c === '\r';
  const isLetter = (c) => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

  // States. Those of markup hold back text until they know what it is.
  const DATA = 0;
  const OPEN = 1; // after <
  const END_OPEN = 2; // after </
  const TAG = 3; // inside a tag, outside of quotes
  const BEFORE_VALUE = 4; // after = in a tag
  const QUOTED = 5;
  const UNQUOTED = 6;
  const DECLARATION = 7; // after <!, until it is known which
  const COMMENT = 8;
  const BOGUS = 9;
  const DOCTYPE = 10;
  const CDATA = 11;
  const RAWTEXT = 12;
  const RAW_END = 13; // perhaps the end tag of raw text
  const PLAINTEXT = 14;

  class Tokenizer {
    constructor() {
      this.tokens = [];
      this.state = DATA;
      this.held = [];
      this.quote = '';
      this.dashes = 0;
      this.commentLength = 0;
      this.brackets = 0;
      this.rawName = '';
      this.rawType = 'data';
      this.matched = '';
      this.escaped = 0; // in script: 1 after <!--, 2 after <script inside that
      this.recent = '';
      this.slash = false; // whether the last character of a tag, outside of values, was a /
      this.namespaces = new Namespaces();
    }

    get isForeign() {
      return this.namespaces.current !== HTML;
    }

    // Consumes a chunk; the tokens that it completes are in `tokens`.
    write(chunk) {
      let start = 0;
      let i = 0;
      const { length } = chunk;
      while (i < length) {
        switch (this.state) {
          case DATA: {
            const at = chunk.indexOf('<', i);
            if (at < 0) {
              i = length;
              break;
            }
            this.text(chunk.slice(start, at));
            start = at;
            i = at + 1;
            this.state = OPEN;
            break;
          }
          case PLAINTEXT:
            i = length;
            break;
          case RAWTEXT:
            i = this.inRawText(chunk, i);
            if (this.state === RAW_END) {
              this.text(chunk.slice(start, i - 1));
              start = i - 1;
            }
            break;
          default: {
            const consumed = this.step(chunk[i], chunk, i);
            if (consumed === FLUSH_TEXT) {
              // Not markup after all: the text so far, and this character is looked at again.
              this.text(this.take(chunk.slice(start, i)));
              start = i;
            } else if (consumed === TOKEN) {
              i++;
              this.finish(this.take(chunk.slice(start, i)));
              start = i;
            } else {
              i = consumed;
            }
          }
        }
      }
      const rest = chunk.slice(start);
      if (rest === '') return;
      if (this.isText()) this.text(rest);
      else this.held.push(rest);
    }

    // The end of input: what waited is text, or markup that was never closed and is dropped with its source kept as it is.
    end() {
      const rest = this.take('');
      if (rest === '') return;
      if (this.state === COMMENT || this.state === BOGUS) this.finish(rest);
      else this.text(rest);
    }

    isText() {
      return this.state === DATA || this.state === RAWTEXT || this.state === PLAINTEXT;
    }

    take(last) {
      if (this.held.length === 0) return last;
      this.held.push(last);
      const all = this.held.join('');
      this.held = [];
      return all;
    }

    text(raw) {
      if (raw !== '') this.tokens.push({ kind: 'text', raw, textType: this.isTypedText() ? this.rawType : 'data' });
    }

    isTypedText() {
      return this.state === RAWTEXT || this.state === RAW_END || this.state === PLAINTEXT;
    }

    // One character inside markup. Returns the next position, TOKEN when the token is complete, or FLUSH_TEXT.
    step(c, chunk, i) {
      switch (this.state) {
        case OPEN:
          if (isLetter(c)) this.beginTag();
          else if (c === '/') this.state = END_OPEN;
          else if (c === '!') {
            this.state = DECLARATION;
            this.matched = '';
          } else if (c === '?') this.state = BOGUS;
          else {
            this.state = DATA;
            return FLUSH_TEXT;
          }
          return i + 1;
        case END_OPEN:
          if (isLetter(c)) this.beginTag();
          else if (c === '>') return TOKEN;
          else this.state = BOGUS;
          return i + 1;
        case TAG:
          if (c === '>') return TOKEN;
          this.slash = c === '/';
          if (c === '=') this.state = BEFORE_VALUE;
          return i + 1;
        case BEFORE_VALUE:
          if (isSpace(c)) return i + 1;
          if (c === '>') return TOKEN;
          this.quote = c;
          this.state = c === '"' || c === "'" ? QUOTED : UNQUOTED;
          return i + 1;
        case QUOTED: {
          const at = chunk.indexOf(this.quote, i);
          if (at < 0) return chunk.length;
          this.state = TAG;
          return at + 1;
        }
        case UNQUOTED:
          if (c === '>') return TOKEN;
          if (isSpace(c)) this.state = TAG;
          return i + 1;
        case RAW_END:
          return this.rawEnd(c, i);
        default:
          return this.declaration(c, i);
      }
    }

    beginTag() {
      this.state = TAG;
      this.slash = false;
    }

    // <!-- -->, <!doctype >, <![CDATA[ ]]> and what only looks like them.
    declaration(c, i) {
      switch (this.state) {
        case DECLARATION: {
          const word = this.matched + c;
          if (word === '--') {
            this.state = COMMENT;
            this.dashes = 0;
            this.commentLength = 0;
          } else if (word.toLowerCase() === 'doctype') {
            this.state = DOCTYPE;
          } else if (word === '[CDATA[' && this.isForeign) {
            this.state = CDATA;
            this.brackets = 0;
          } else if (word === '-' || 'doctype'.startsWith(word.toLowerCase()) || (this.isForeign && '[CDATA['.startsWith(word))) {
            this.matched = word;
          } else {
            this.state = BOGUS;
            return i;
          }
          return i + 1;
        }
        case COMMENT:
          return this.comment(c, i);
        case CDATA:
          if (c === '>' && this.brackets >= 2) return TOKEN;
          this.brackets = c === ']' ? this.brackets + 1 : 0;
          return i + 1;
        default: // BOGUS, DOCTYPE
          return c === '>' ? TOKEN : i + 1;
      }
    }

    // Ends at -->, --!>, and at once in <!--> and <!--->.
    comment(c, i) {
      this.commentLength++;
      if (c === '>' && (this.dashes >= 2 || (this.dashes === this.commentLength - 1 && this.dashes <= 1))) return TOKEN;
      if (c === '-') this.dashes = this.dashes < 0 ? 1 : this.dashes + 1;
      else if (c === '!' && this.dashes >= 2) this.dashes = this.dashes + 0;
      else this.dashes = 0;
      return i + 1;
    }

    // Text of script, style and the like: up to a < that may begin the end tag.
    inRawText(chunk, from) {
      for (let i = from; i < chunk.length; i++) {
        const c = chunk[i];
        if (c === '<') {
          if (this.rawName === 'script') this.track(c);
          this.state = RAW_END;
          this.matched = '';
          return i + 1;
        }
        if (this.rawName === 'script') this.track(c);
      }
      return chunk.length;
    }

    // The escaped states of script text: inside <!-- a <script> must be closed before </script> counts.
    track(c) {
      this.recent = (this.recent + c.toLowerCase()).slice(-9);
      if (this.escaped === 0 && this.recent.endsWith('<!--')) this.escaped = 1;
      else if (this.escaped > 0 && this.recent.endsWith('-->')) this.escaped = 0;
      else if (this.escaped === 1 && /<script[\s/>]$/.test(this.recent)) this.escaped = 2;
      else if (this.escaped === 2 && /<\/script[\s/>]$/.test(this.recent)) this.escaped = 1;
    }

    rawEnd(c, i) {
      const wanted = `/${this.rawName}`;
      const word = this.matched + c.toLowerCase();
      const wasDouble = this.escaped === 2;
      if (word.length > wanted.length && this.matched === wanted && (isSpace(c) || c === '/' || c === '>') && !wasDouble) {
        this.beginTag();
        this.slash = c === '/';
        this.rawName = '';
        this.escaped = 0;
        this.recent = '';
        return c === '>' ? TOKEN : i + 1;
      }
      if (wanted.startsWith(word)) {
        this.matched = word;
        if (this.rawName === '') return i + 1;
        this.track(c);
        return i + 1;
      }
      this.state = RAWTEXT;
      return FLUSH_TEXT;
    }

    finish(raw) {
      const { state } = this;
      this.state = DATA;
      if (state === COMMENT) this.tokens.push({ kind: 'comment', raw, text: raw.replace(/^<!--/, '').replace(/(?:--!?)?>$|-?>$/, '') });
      else if (state === BOGUS) this.tokens.push({ kind: 'comment', raw, text: raw.replace(/^<[!/?]?/, '').replace(/>$/, ''), bogus: true });
      else if (state === DOCTYPE) this.tokens.push({ kind: 'doctype', raw });
      else if (state === CDATA) this.tokens.push({ kind: 'text', raw, textType: 'cdata' });
      else if (state === END_OPEN) this.tokens.push({ kind: 'text', raw: '', textType: 'data' }, { kind: 'other', raw });
      else this.tag(raw);
    }

    tag(raw) {
      const isEnd = raw[1] === '/';
      const shown = /^<\/?([^\s/>]+)/.exec(raw)[1];
      const name = shown.toLowerCase();
      if (isEnd) {
        this.namespaces.end(name);
        this.tokens.push({ kind: 'end', raw, name, shown });
        return;
      }
      const selfClosing = this.slash;
      const namespace = this.namespaces.start(name, raw, selfClosing);
      this.tokens.push({ kind: 'start', raw, name, shown, selfClosing, namespace });
      if (namespace !== HTML) return;
      if (RAW.has(name) || RCDATA.has(name)) {
        this.rawName = name;
        this.rawType = name === 'script' ? 'script' : RCDATA.has(name) ? 'rcdata' : 'rawtext';
        this.escaped = 0;
        this.recent = '';
        this.state = RAWTEXT;
      } else if (name === 'plaintext') {
        this.rawType = 'plaintext';
        this.state = PLAINTEXT;
      }
    }
  }

  const TOKEN = -1;
  const FLUSH_TEXT = -2;

  // Attributes of a start tag in order: {name, value, raw, shown}, with those that a later one of the same name is hidden by: the first counts.
  const parseAttributes = ({ raw, shown, selfClosing }) => {
    const attributes = [];
    const body = raw.slice(1 + shown.length, selfClosing ? -2 : -1);
    const pattern = /([^\s/=][^\s/=]*|=[^\s/=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'][^\s]*)?))?/g;
    for (let match = pattern.exec(body); match !== null; match = pattern.exec(body)) {
      attributes.push({ name: match[1].toLowerCase(), shown: match[1], value: match[2] ?? match[3] ?? match[4] ?? '', raw: match[0] });
    }
    return attributes;
  };

  return { Tokenizer, parseAttributes };
})
