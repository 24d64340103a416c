// A pattern given as one string, taken apart into components. URL Pattern standard, "constructor string parsing".
(function (rt) {
  'use strict';
  const { tokenize } = rt.use('url/pattern-parser');

  const BEFORE_HOST = ['protocol', 'authority', 'username', 'password'];
  const BEFORE_PATH = [...BEFORE_HOST, 'hostname', 'port'];
  const BEFORE_SEARCH = [...BEFORE_PATH, 'pathname'];

  class ConstructorString {
    constructor(input, isSpecialProtocol) {
      this.input = input;
      this.isSpecialProtocol = isSpecialProtocol;
      this.tokens = tokenize(input, true);
      this.result = { __proto__: null };
      this.start = 0;
      this.index = 0;
      this.step = 1;
      this.depth = 0;
      this.brackets = 0;
      this.special = false;
      this.state = 'init';
    }

    run() {
      while (this.index < this.tokens.length) {
        this.step = 1;
        const { type } = this.tokens[this.index];
        if (type === 'end') {
          if (this.atEnd()) break;
        } else if (type === 'open') {
          this.depth++;
        } else if (this.depth > 0 && type !== 'close') {
          // Inside a group nothing separates.
        } else {
          if (this.depth > 0) this.depth--;
          this[this.state]();
        }
        this.index += this.step;
      }
      if ('hostname' in this.result && !('port' in this.result)) this.result.port = '';
      return this.result;
    }

    atEnd() {
      if (this.state === 'init') {
        this.rewind();
        if (this.isHashPrefix()) this.change('hash', 1);
        else if (this.isSearchPrefix()) this.change('search', 1);
        else this.change('pathname', 0);
        return false;
      }
      if (this.state === 'authority') {
        this.rewind('hostname');
        return false;
      }
      this.change('done', 0);
      return true;
    }

    // ---- states ----

    init() {
      if (this.is(':')) this.rewind('protocol');
    }

    protocol() {
      if (!this.is(':')) return;
      this.special = this.isSpecialProtocol(this.component());
      if (this.is('/', 1) && this.is('/', 2)) this.change('authority', 3);
      else this.change(this.special ? 'authority' : 'pathname', 1);
    }

    authority() {
      if (this.is('@')) this.rewind('username');
      else if (this.is('/') || this.isSearchPrefix() || this.isHashPrefix()) this.rewind('hostname');
    }

    username() {
      if (this.is(':')) this.change('password', 1);
      else if (this.is('@')) this.change('hostname', 1);
    }

    password() {
      if (this.is('@')) this.change('hostname', 1);
    }

    hostname() {
      if (this.is('[')) this.brackets++;
      else if (this.is(']')) this.brackets--;
      else if (this.is(':') && this.brackets === 0) this.change('port', 1);
      else this.port();
    }

    port() {
      if (this.is('/')) this.change('pathname', 0);
      else this.pathname();
    }

    pathname() {
      if (this.isSearchPrefix()) this.change('search', 1);
      else this.search();
    }

    search() {
      if (this.isHashPrefix()) this.change('hash', 1);
    }

    hash() {}

    // ---- steps ----

    rewind(state) {
      this.index = this.start;
      this.step = 0;
      if (state !== undefined) this.state = state;
    }

    change(next, skip) {
      const { state, result } = this;
      if (state !== 'init' && state !== 'authority' && state !== 'done') result[state] = this.component();
      if (state !== 'init' && next !== 'done') {
        const late = next === 'search' || next === 'hash';
        if (BEFORE_HOST.includes(state) && (late || next === 'port' || next === 'pathname')) result.hostname ??= '';
        if (BEFORE_PATH.includes(state) && late) result.pathname ??= this.special ? '/' : '';
        if (BEFORE_SEARCH.includes(state) && next === 'hash') result.search ??= '';
      }
      this.state = next;
      this.index += skip;
      this.start = this.index;
      this.step = 0;
    }

    component() {
      return this.input.slice(this.token(this.start).index, this.tokens[this.index].index);
    }

    token(index) {
      return this.tokens[index] ?? this.tokens[this.tokens.length - 1];
    }

    is(value, offset = 0) {
      const token = this.token(this.index + offset);
      return token.value === value && (token.type === 'char' || token.type === 'escaped-char' || token.type === 'invalid-char');
    }

    isHashPrefix() {
      return this.is('#');
    }

    // A question mark behind a group is that group's modifier.
    isSearchPrefix() {
      if (this.is('?')) return true;
      if (this.token(this.index).value !== '?') return false;
      if (this.index === 0) return true;
      const { type } = this.token(this.index - 1);
      return type !== 'name' && type !== 'regexp' && type !== 'close' && type !== 'asterisk';
    }
  }

  return { parse: (input, isSpecialProtocol) => new ConstructorString(input, isSpecialProtocol).run() };
})
