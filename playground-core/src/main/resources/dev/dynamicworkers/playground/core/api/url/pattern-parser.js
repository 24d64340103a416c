// Pattern strings of URLPattern: tokens, parts, and the regular expression and normalised text made of them. URL Pattern
// standard, section "Pattern strings".
(function (rt) {
  'use strict';
  const { RegExp, Set, String, TypeError, RegExpPrototypeExec, StringPrototypeReplace } = rt.primordials;
  const NAME_START = /^[$_\p{ID_Start}]$/u;
  const NAME_PART = /^[$\u200c\u200d\p{ID_Continue}]$/u;
  const isAscii = (text) => text < '\x80';
  const isDigit = (character) => character >= '0' && character <= '9';
  const isName = (text, first) => {
    if (isAscii(text)) return (text >= 'a' && text <= 'z') || (text >= 'A' && text <= 'Z') || text === '_' || text === '$' || (!first && isDigit(text));
    return RegExpPrototypeExec(first ? NAME_START : NAME_PART, text) !== null;
  };
  const characterAt = (text, at) => String.fromCodePoint(text.codePointAt(at));

  const fail = (message) => {
    throw new TypeError(`Failed to construct 'URLPattern': ${message}`);
  };

  // ---- tokens ----

  class Tokenizer {
    constructor(input, lenient) {
      this.input = input;
      this.lenient = lenient;
      this.tokens = [];
      this.index = 0;
      this.next = 0;
    }

    read(at) {
      const character = characterAt(this.input, at);
      this.next = at + character.length;
      return character;
    }

    add(type, next, valueAt, valueLength) {
      this.tokens.push({ type, index: this.index, value: this.input.slice(valueAt, valueAt + valueLength) });
      this.index = next;
    }

    error(next, valueAt) {
      if (!this.lenient) fail(`invalid pattern "${this.input}"`);
      this.add('invalid-char', next, valueAt, next - valueAt);
    }

    run() {
      const { input } = this;
      while (this.index < input.length) {
        const character = this.read(this.index);
        switch (character) {
          case '*':
            this.add('asterisk', this.next, this.index, 1);
            break;
          case '+':
          case '?':
            this.add('other-modifier', this.next, this.index, 1);
            break;
          case '{':
            this.add('open', this.next, this.index, 1);
            break;
          case '}':
            this.add('close', this.next, this.index, 1);
            break;
          case '\\':
            this.escape();
            break;
          case ':':
            this.name();
            break;
          case '(':
            this.regexp();
            break;
          default:
            this.add('char', this.next, this.index, this.next - this.index);
        }
      }
      this.add('end', this.index, this.index, 0);
      return this.tokens;
    }

    escape() {
      if (this.index === this.input.length - 1) {
        this.error(this.next, this.index);
        return;
      }
      const start = this.next;
      this.read(start);
      this.add('escaped-char', this.next, start, this.next - start);
    }

    name() {
      const start = this.next;
      let at = start;
      while (at < this.input.length) {
        const character = this.read(at);
        if (!isName(character, at === start)) break;
        at = this.next;
      }
      if (at === start) this.error(start, this.index);
      else this.add('name', at, start, at - start);
    }

    regexp() {
      const { input } = this;
      const start = this.next;
      let depth = 1;
      let at = start;
      while (at < input.length) {
        const character = this.read(at);
        if (!isAscii(character) || (at === start && character === '?')) return this.error(start, this.index);
        if (character === '\\') {
          if (at === input.length - 1) return this.error(start, this.index);
          if (!isAscii(this.read(this.next))) return this.error(start, this.index);
          at = this.next;
          continue;
        }
        if (character === ')') {
          depth--;
          if (depth === 0) {
            at = this.next;
            break;
          }
        } else if (character === '(') {
          depth++;
          if (at === input.length - 1 || input[this.next] !== '?') return this.error(start, this.index);
        }
        at = this.next;
      }
      if (depth !== 0 || at - start - 1 === 0) return this.error(start, this.index);
      return this.add('regexp', at, start, at - start - 1);
    }
  }

  const tokenize = (input, lenient) => new Tokenizer(input, lenient).run();

  // ---- parts ----

  const escapeRegexp = (text) => StringPrototypeReplace(text, /[.+*?^${}()[\]|/\\]/g, '\\$&');
  const escapePattern = (text) => StringPrototypeReplace(text, /[+*?:{}()\\]/g, '\\$&');
  const MODIFIERS = { __proto__: null, '?': '?', '*': '*', '+': '+' };

  class Parser {
    constructor(input, options, encode) {
      this.tokens = tokenize(input, false);
      this.options = options;
      this.encode = encode;
      this.segment = segmentWildcard(options);
      this.parts = [];
      this.names = new Set();
      this.pending = '';
      this.index = 0;
      this.numeric = 0;
    }

    take(type) {
      const token = this.tokens[this.index];
      if (token.type !== type) return null;
      this.index++;
      return token;
    }

    require(type) {
      return this.take(type) ?? fail('the pattern is not well formed');
    }

    takeMatcher(name) {
      return this.take('regexp') ?? (name === null ? this.take('asterisk') : null);
    }

    takeModifier() {
      const token = this.take('other-modifier') ?? this.take('asterisk');
      return token === null ? '' : MODIFIERS[token.value];
    }

    takeText() {
      let text = '';
      for (;;) {
        const token = this.take('char') ?? this.take('escaped-char');
        if (token === null) return text;
        text += token.value;
      }
    }

    run() {
      while (this.index < this.tokens.length) {
        const character = this.take('char');
        const name = this.take('name');
        const matcher = this.takeMatcher(name);
        if (name !== null || matcher !== null) {
          let prefix = character === null ? '' : character.value;
          if (prefix !== '' && prefix !== this.options.prefix) {
            this.pending += prefix;
            prefix = '';
          }
          this.addPending();
          this.addPart(prefix, name, matcher, '', this.takeModifier());
          continue;
        }
        const fixed = character ?? this.take('escaped-char');
        if (fixed !== null) {
          this.pending += fixed.value;
          continue;
        }
        if (this.take('open') !== null) {
          this.group();
          continue;
        }
        this.addPending();
        this.require('end');
      }
      return this.parts;
    }

    group() {
      const prefix = this.takeText();
      const name = this.take('name');
      const matcher = this.takeMatcher(name);
      const suffix = this.takeText();
      this.require('close');
      this.addPart(prefix, name, matcher, suffix, this.takeModifier());
    }

    addPending() {
      if (this.pending === '') return;
      this.parts.push({ type: 'fixed', value: this.encode(this.pending), modifier: '', name: '', prefix: '', suffix: '' });
      this.pending = '';
    }

    addPart(prefix, nameToken, matcher, suffix, modifier) {
      if (nameToken === null && matcher === null && modifier === '') {
        this.pending += prefix;
        return;
      }
      this.addPending();
      if (nameToken === null && matcher === null) {
        if (prefix === '') return;
        this.parts.push({ type: 'fixed', value: this.encode(prefix), modifier, name: '', prefix: '', suffix: '' });
        return;
      }
      let value = matcher === null ? this.segment : matcher.type === 'asterisk' ? '.*' : matcher.value;
      let type = 'regexp';
      if (value === this.segment) {
        type = 'segment';
        value = '';
      } else if (value === '.*') {
        type = 'full';
        value = '';
      }
      const name = nameToken === null ? `${this.numeric++}` : nameToken.value;
      if (this.names.has(name)) fail(`the name "${name}" is given twice`);
      this.names.add(name);
      this.parts.push({ type, value, modifier, name, prefix: this.encode(prefix), suffix: this.encode(suffix) });
    }
  }

  const segmentWildcard = (options) => `[^${escapeRegexp(options.delimiter)}]+?`;

  // ---- what parts become ----

  function regexpOf(parts, options) {
    let text = '^';
    const names = [];
    for (const part of parts) {
      if (part.type === 'fixed') {
        text += part.modifier === '' ? escapeRegexp(part.value) : `(?:${escapeRegexp(part.value)})${part.modifier}`;
        continue;
      }
      names.push(part.name);
      text += matcherOf(part, options);
    }
    return { text: `${text}$`, names };
  }

  function matcherOf(part, options) {
    const { modifier } = part;
    const value = part.type === 'segment' ? segmentWildcard(options) : part.type === 'full' ? '.*' : part.value;
    const repeats = modifier === '*' || modifier === '+';
    if (part.prefix === '' && part.suffix === '') return repeats ? `((?:${value})${modifier})` : `(${value})${modifier}`;
    const prefix = escapeRegexp(part.prefix);
    const suffix = escapeRegexp(part.suffix);
    if (!repeats) return `(?:${prefix}(${value})${suffix})${modifier}`;
    return `(?:${prefix}((?:${value})(?:${suffix}${prefix}(?:${value}))*)${suffix})${modifier === '*' ? '?' : ''}`;
  }

  function needsGrouping(part, before, after, options) {
    if (part.suffix !== '' || (part.prefix !== '' && part.prefix !== options.prefix)) return true;
    const custom = !isDigit(part.name[0]);
    if (custom && part.type === 'segment' && part.modifier === '' && after !== undefined && after.prefix === '' && after.suffix === '') {
      const touches = after.type === 'fixed' ? isName(characterAt(after.value, 0), false) : isDigit(after.name[0]);
      if (touches) return true;
    }
    return part.prefix === '' && before !== undefined && before.type === 'fixed' && options.prefix !== '' && before.value.endsWith(options.prefix);
  }

  // The pattern string that these parts stand for.
  function patternOf(parts, options) {
    let text = '';
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i];
      if (part.type === 'fixed') {
        text += part.modifier === '' ? escapePattern(part.value) : `{${escapePattern(part.value)}}${part.modifier}`;
        continue;
      }
      const before = parts[i - 1];
      const custom = !isDigit(part.name[0]);
      const grouped = needsGrouping(part, before, parts[i + 1], options);
      text += grouped ? '{' : '';
      text += escapePattern(part.prefix);
      if (custom) text += `:${part.name}`;
      text += matcherText(part, before, custom, grouped, options);
      if (part.type === 'segment' && custom && part.suffix !== '' && isName(characterAt(part.suffix, 0), false)) text += '\\';
      text += escapePattern(part.suffix);
      text += `${grouped ? '}' : ''}${part.modifier}`;
    }
    return text;
  }

  function matcherText(part, before, custom, grouped, options) {
    if (part.type === 'regexp') return `(${part.value})`;
    if (part.type === 'segment') return custom ? '' : `(${segmentWildcard(options)})`;
    const bare =
      !custom && (before === undefined || before.type === 'fixed' || before.modifier !== '' || grouped || part.prefix !== '');
    return bare ? '*' : '(.*)';
  }

  // The two components that most patterns are made of: anything, and nothing. Neither needs a regular expression.
  const ANYTHING = { pattern: '*', exec: (text) => [text, text], names: ['0'], hasRegexp: false };
  const NOTHING = { pattern: '', exec: (text) => (text === '' ? [''] : null), names: [], hasRegexp: false };

  // A component: its normalised pattern, what matches it and the names of its groups.
  function compile(input, encode, options) {
    if (input === '*') return ANYTHING;
    if (input === '') return NOTHING;
    const parts = new Parser(input, options, encode).run();
    const { text, names } = regexpOf(parts, options);
    let regexp;
    try {
      regexp = new RegExp(text, options.ignoreCase ? 'vi' : 'v');
    } catch {
      fail(`invalid regular expression in "${input}"`);
    }
    return {
      pattern: patternOf(parts, options),
      exec: (text) => RegExpPrototypeExec(regexp, text),
      names,
      hasRegexp: parts.some((part) => part.type === 'regexp'),
    };
  }

  return { compile, escapePattern, fail, tokenize };
})
