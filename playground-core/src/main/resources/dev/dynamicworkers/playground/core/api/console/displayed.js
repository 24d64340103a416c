// Reads a value back from the text that the engine displays of it: primitives, lists and plain objects of them.
(function (rt) {
  'use strict';
  const { BigInt, JSON, Number, SyntaxError } = rt.primordials;
  const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+n)|(-?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|Infinity)|NaN)|([A-Za-z_$][\w$]*)|(\(\d+\))(?=\[)|([{}[\]:,]))/y;
  const WORDS = { __proto__: null, undefined, null: null, true: true, false: false };

  const refuse = () => {
    throw new SyntaxError('more than plain values');
  };

  class Reader {
    constructor(text) {
      this.text = text;
      this.at = 0;
      this.step();
    }

    step() {
      TOKEN.lastIndex = this.at;
      const match = TOKEN.exec(this.text);
      this.token = match;
      if (match !== null) this.at = TOKEN.lastIndex;
      if (match?.[5] !== undefined) this.step();
    }

    isMark(mark) {
      return this.token?.[6] === mark;
    }

    pass(mark) {
      if (!this.isMark(mark)) refuse();
      this.step();
    }

    value() {
      if (this.token === null) refuse();
      const { 1: string, 2: big, 3: number, 4: word } = this.token;
      if (this.isMark('{')) return this.object();
      if (this.isMark('[')) return this.list();
      if (word !== undefined && !(word in WORDS)) refuse();
      this.step();
      if (string !== undefined) return JSON.parse(string);
      if (big !== undefined) return BigInt(big.slice(0, -1));
      if (number !== undefined) return Number(number);
      return word === undefined ? refuse() : WORDS[word];
    }

    object() {
      const result = {};
      this.pass('{');
      while (!this.isMark('}')) {
        const { 1: string, 3: number, 4: word } = this.token ?? [];
        const key = string === undefined ? word ?? number : JSON.parse(string);
        if (key === undefined || key === '__proto__') refuse();
        this.step();
        this.pass(':');
        result[key] = this.value();
        if (!this.isMark('}')) this.pass(',');
      }
      this.step();
      return result;
    }

    list() {
      const result = [];
      this.pass('[');
      while (!this.isMark(']')) {
        result.push(this.value());
        if (!this.isMark(']')) this.pass(',');
      }
      this.step();
      return result;
    }
  }

  // { value }, or undefined where the text is more than that.
  const read = (text) => {
    const reader = new Reader(text);
    try {
      const value = reader.value();
      return reader.token === null && reader.at === text.length ? { value } : undefined;
    } catch {
      return undefined;
    }
  };

  return { read };
})
