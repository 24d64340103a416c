// The CSS selectors that HTMLRewriter knows, and whether an open element matches one.
(function (rt) {
  'use strict';
  const { Number, String, TypeError } = rt.primordials;
  const fail = (message) => {
    throw new TypeError(`Parser error: ${message}`);
  };

  const NAME = /-?(?:[_a-zA-Z\u0080-\uffff]|\\.)(?:[-\w\u0080-\uffff]|\\.)*/y;
  const IDENT = /(?:[-\w\u0080-\uffff]|\\.)+/y;
  // What a compound selector without a name begins with.
  const STARTS = /^(?:#[-\w\u0080-\uffff\\]|\.(?!\d)|\[|:)/;
  const unescape = (text) => text.replace(/\\([0-9a-fA-F]{1,6}\s?|.)/g, (all, code) => {
    return /^[0-9a-fA-F]/.test(code) ? String.fromCodePoint(parseInt(code, 16)) : code;
  });

  class SelectorParser {
    constructor(text) {
      this.text = text;
      this.at = 0;
    }

    match(pattern) {
      pattern.lastIndex = this.at;
      const found = pattern.exec(this.text);
      if (found !== null) this.at = pattern.lastIndex;
      return found;
    }

    skipSpace() {
      return this.match(/\s+/y) !== null;
    }

    // A list of alternatives, each a chain: [{combinator, compound}] from left to right.
    list(closing = '') {
      const alternatives = [];
      for (;;) {
        this.skipSpace();
        alternatives.push(this.chain(closing));
        if (this.text[this.at] !== ',') break;
        this.at++;
      }
      return alternatives;
    }

    chain(closing) {
      const steps = [];
      let combinator = ' ';
      for (;;) {
        steps.push({ combinator, compound: this.compound() });
        const spaced = this.skipSpace();
        const c = this.text[this.at];
        if (c === undefined || c === ',' || (closing !== '' && c === closing)) return steps;
        if (c === '>') {
          this.at++;
          this.skipSpace();
          combinator = '>';
        } else if (c === '+' || c === '~') {
          fail(`Unsupported combinator \`${c}\` in selector.`);
        } else if (spaced) {
          combinator = ' ';
        } else {
          fail('Unexpected token in selector.');
        }
      }
    }

    compound() {
      const tests = [];
      this.match(/\*\|/y);
      // Nothing that is parsed as HTML is without a namespace.
      if (this.match(/\|(?!=)/y) !== null) tests.push(() => false);
      if (/^[-\w]*\|(?!=)/.test(this.text.slice(this.at))) fail('Selectors with explicit namespaces are not supported.');
      if (this.text[this.at] === '*') this.at++;
      else {
        const name = this.match(NAME);
        if (name !== null) {
          const wanted = unescape(name[0]).toLowerCase();
          tests.push((element) => element.name === wanted);
        } else if (!STARTS.test(this.text.slice(this.at))) {
          const atEnd = this.at >= this.text.length;
          const isEmpty = !/[^\s,(]\s*$/.test(this.text.slice(0, this.at)) && !/[>\s]$/.test(this.text.trimEnd());
          fail(!atEnd || isEmpty ? 'The selector is empty.' : 'Dangling combinator in selector.');
        }
      }
      for (;;) {
        const c = this.text[this.at];
        if ((c === '#' || c === '.') && !STARTS.test(this.text.slice(this.at))) fail('Unexpected token in selector.');
        if (c === '#') tests.push(this.attributeTest('id', this.identifier()));
        else if (c === '.') tests.push(this.classTest(this.identifier()));
        else if (c === '[') tests.push(this.attribute());
        else if (c === ':') tests.push(this.pseudo());
        else return tests;
      }
    }

    identifier() {
      this.at++;
      const found = this.match(IDENT);
      if (found === null) fail(this.at < this.text.length ? 'Invalid or unescaped class name in selector.' : 'Unexpected end of selector.');
      return unescape(found[0]);
    }

    attributeTest(name, value) {
      return (element) => element.attribute(name) === value;
    }

    classTest(name) {
      return (element) => (element.attribute('class') ?? '').split(/\s+/).includes(name);
    }

    attribute() {
      const found = this.match(/\[\s*((?:[-\w\u0080-\uffff:]|\\.)+)\s*(?:([~|^$*]?=)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(-?(?:[_a-zA-Z\u0080-\uffff]|\\.)(?:[-\w\u0080-\uffff]|\\.)*))\s*([iIsS])?\s*)?(?:\]|$)/y);
      const rest = this.text.slice(this.at);
      if (found === null && /^\[\s*[~|^$*]?=/.test(rest)) fail('Missing attribute name in attribute selector.');
      if (found === null) fail(/\]/.test(rest) && !/=\s*\]/.test(rest) ? 'Unexpected token in the attribute selector.' : 'Unexpected end of selector.');
      const name = unescape(found[1]).toLowerCase();
      if (found[2] === undefined) return (element) => element.attribute(name) !== undefined;
      const ignoresCase = found[6]?.toLowerCase() === 'i';
      const fold = (text) => (ignoresCase ? text.toLowerCase() : text);
      const value = fold(unescape(found[3] ?? found[4] ?? found[5]));
      const test = OPERATORS[found[2]];
      return (element) => {
        const actual = element.attribute(name);
        return actual !== undefined && test(fold(actual), value);
      };
    }

    pseudo() {
      const found = this.match(/:([-\w]+)(\()?/y);
      if (found === null) fail('Unsupported pseudo-class or pseudo-element in selector.');
      const name = found[1].toLowerCase();
      if (found[2] === undefined) {
        if (name === 'first-child') return (element) => element.childIndex === 1;
        if (name === 'first-of-type') return (element) => element.typeIndex === 1;
      } else if (name === 'not') {
        const alternatives = this.list(')');
        this.close();
        if (alternatives.some((chain) => chain.length > 1)) fail('Unsupported pseudo-class or pseudo-element in selector.');
        return (element) => !alternatives.some(([{ compound }]) => compound.every((test) => test(element)));
      } else if (name === 'nth-child' || name === 'nth-of-type') {
        const formula = this.formula();
        return name === 'nth-child' ? (element) => formula(element.childIndex) : (element) => formula(element.typeIndex);
      }
      return fail('Unsupported pseudo-class or pseudo-element in selector.');
    }

    close() {
      this.skipSpace();
      if (this.text[this.at] !== ')') fail('Unexpected end of selector.');
      this.at++;
    }

    // an+b, odd, even
    formula() {
      const found = this.match(/\s*(?:(odd|even)|([+-]?\d*)n\s*(?:([+-])\s*(\d+))?|([+-]?\d+))\s*\)/iy);
      if (found === null) fail('Unexpected token in selector.');
      if (found[5] !== undefined) {
        const wanted = Number(found[5]);
        return (index) => index === wanted;
      }
      let step = 2;
      let offset = found[1]?.toLowerCase() === 'odd' ? 1 : 0;
      if (found[1] === undefined) {
        step = found[2] === '' || found[2] === '+' ? 1 : found[2] === '-' ? -1 : Number(found[2]);
        offset = found[4] === undefined ? 0 : Number(found[3] + found[4]);
      }
      return (index) => (step === 0 ? index === offset : (index - offset) % step === 0 && (index - offset) / step >= 0);
    }
  }

  const OPERATORS = {
    '=': (actual, value) => actual === value,
    '~=': (actual, value) => value !== '' && actual.split(/\s+/).includes(value),
    '|=': (actual, value) => actual === value || actual.startsWith(`${value}-`),
    '^=': (actual, value) => value !== '' && actual.startsWith(value),
    '$=': (actual, value) => value !== '' && actual.endsWith(value),
    '*=': (actual, value) => value !== '' && actual.includes(value),
  };

  const parse = (text) => {
    const parser = new SelectorParser(text);
    const alternatives = parser.list();
    if (parser.at < text.length) fail('Unexpected token in selector.');
    return alternatives;
  };

  const fits = (compound, element) => {
    for (let i = 0; i < compound.length; i++) if (!compound[i](element)) return false;
    return true;
  };

  // Steps of a chain are looked at once for each element: `here` and `above` of the element keep, for the selector with this number, which
  // steps have been matched by the element itself, and which by it or by one around it. The work does not grow with the depth.
  const matches = (alternatives, element, number) => {
    const before = element.parent;
    let matched = false;
    for (let which = 0; which < alternatives.length; which++) {
      const chain = alternatives[which];
      // What has one step needs nothing of the elements around.
      if (chain.length === 1) matched = fits(chain[0].compound, element) || matched;
      else matched = follow(chain, before.here[number]?.[which], before.above[number]?.[which], element, number, which) || matched;
    }
    return matched;
  };

  const follow = (chain, direct, outer, element, number, which) => {
    const now = ((element.here[number] ??= [])[which] = []);
    const sofar = ((element.above[number] ??= [])[which] = []);
    for (let step = 0; step < chain.length; step++) {
      const { combinator, compound } = chain[step];
      const reached = step === 0 || (combinator === '>' ? direct : outer)?.[step - 1] === true;
      now[step] = reached && fits(compound, element);
      sofar[step] = now[step] || outer?.[step] === true;
    }
    return now[chain.length - 1];
  };

  return { parse, matches };
})
