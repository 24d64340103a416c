// URLSearchParams: a flat list of names and values, alone or in step with a URL's query.
(function (rt) {
  'use strict';
  const {
    Symbol, TypeError, ObjectDefineProperty, ObjectPrototypePropertyIsEnumerable, ReflectOwnKeys, RegExpPrototypeExec,
    StringPrototypeToWellFormed,
  } = rt.primordials;
  const formDecode = rt.host('url.formDecode');
  const formEncode = rt.host('url.formEncode');
  const { iteratorsOf, end } = rt.use('url/iterator');
  const makeIterator = iteratorsOf('URLSearchParams');

  const PLAIN = /^[\w*.-]*$/;
  const encode = (text) => (RegExpPrototypeExec(PLAIN, text) !== null ? text : formEncode(text));
  const decode = (text) =>
    text.indexOf('%') >= 0 || text.indexOf('+') >= 0 ? formDecode(text) : StringPrototypeToWellFormed(text);
  const toText = (value) => StringPrototypeToWellFormed(typeof value === 'string' ? value : `${value}`);

  // The application/x-www-form-urlencoded parser.
  function parse(text) {
    const list = [];
    let start = 0;
    while (start < text.length) {
      let stop = text.indexOf('&', start);
      if (stop < 0) stop = text.length;
      if (stop > start) {
        const part = text.slice(start, stop);
        const equals = part.indexOf('=');
        list[list.length] = decode(equals < 0 ? part : part.slice(0, equals));
        list[list.length] = equals < 0 ? '' : decode(part.slice(equals + 1));
      }
      start = stop + 1;
    }
    return list;
  }

  function serialize(list) {
    let text = '';
    for (let i = 0; i < list.length; i += 2) text += `${i === 0 ? '' : '&'}${encode(list[i])}=${encode(list[i + 1])}`;
    return text;
  }

  function listFrom(init) {
    if (init === undefined) return [];
    if ((typeof init !== 'object' && typeof init !== 'function') || init === null) {
      const text = `${init}`;
      return parse(text[0] === '?' ? text.slice(1) : text);
    }
    const list = [];
    const iterator = init[Symbol.iterator];
    if (iterator !== undefined && iterator !== null) {
      for (const pair of init) addPair(list, pair);
      return list;
    }
    const keys = ReflectOwnKeys(init);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (ObjectPrototypePropertyIsEnumerable(init, key)) list.push(toText(key), toText(init[key]));
    }
    return list;
  }

  function addPair(list, pair) {
    if (pair === null || (typeof pair !== 'object' && typeof pair !== 'function')) {
      throw new TypeError("Incorrect type: the provided value is not of type 'Sequence'.");
    }
    const items = [...pair];
    if (items.length !== 2) throw new TypeError('Invalid URL search params sequence.');
    list.push(toText(items[0]), toText(items[1]));
  }

  const need = (count, given, method) => {
    if (given < count) throw rt.argumentError(method, 'URLSearchParams', given + 1, 'USVString');
  };

  let isSearchParams, listOf, replace, link;

  const slots = rt.slots();
  class URLSearchParams {
    constructor(init) {
      slots.set(this, { list: listFrom(init), changed: null });
    }

    static {
      isSearchParams = (value) => slots.has(value);
      listOf = (params) => slots.get(params).list;
      // The URL's query has changed.
      replace = (params, query) => {
        slots.get(params).list = parse(query);
      };
      link = (query, changed) => {
        const params = new URLSearchParams();
        slots.get(params).list = parse(query);
        slots.get(params).changed = changed;
        return params;
      };
    }

    get size() {
      return listOf(this).length / 2;
    }

    append(name, value) {
      const list = listOf(this);
      need(2, arguments.length, 'append');
      list.push(toText(name), toText(value));
      update(this, list);
    }

    delete(name, value) {
      const list = listOf(this);
      need(1, arguments.length, 'delete');
      const wanted = toText(name);
      const wantedValue = value === undefined ? undefined : toText(value);
      const kept = [];
      for (let i = 0; i < list.length; i += 2) {
        if (list[i] !== wanted || (wantedValue !== undefined && list[i + 1] !== wantedValue)) kept.push(list[i], list[i + 1]);
      }
      update(this, kept);
    }

    get(name) {
      const list = listOf(this);
      need(1, arguments.length, 'get');
      const wanted = toText(name);
      for (let i = 0; i < list.length; i += 2) if (list[i] === wanted) return list[i + 1];
      return null;
    }

    getAll(name) {
      const list = listOf(this);
      need(1, arguments.length, 'getAll');
      const wanted = toText(name);
      const values = [];
      for (let i = 0; i < list.length; i += 2) if (list[i] === wanted) values.push(list[i + 1]);
      return values;
    }

    has(name, value) {
      const list = listOf(this);
      need(1, arguments.length, 'has');
      const wanted = toText(name);
      const wantedValue = value === undefined ? undefined : toText(value);
      for (let i = 0; i < list.length; i += 2) {
        if (list[i] === wanted && (wantedValue === undefined || list[i + 1] === wantedValue)) return true;
      }
      return false;
    }

    set(name, value) {
      const list = listOf(this);
      need(2, arguments.length, 'set');
      const wanted = toText(name);
      const text = toText(value);
      const kept = [];
      let found = false;
      for (let i = 0; i < list.length; i += 2) {
        if (list[i] !== wanted) kept.push(list[i], list[i + 1]);
        else if (!found) {
          found = true;
          kept.push(wanted, text);
        }
      }
      if (!found) kept.push(wanted, text);
      update(this, kept);
    }

    sort() {
      const list = listOf(this);
      const pairs = [];
      for (let i = 0; i < list.length; i += 2) pairs.push([list[i], list[i + 1]]);
      pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
      const sorted = [];
      for (let i = 0; i < pairs.length; i++) sorted.push(pairs[i][0], pairs[i][1]);
      update(this, sorted);
    }

    entries() {
      return iterate(this, (list, at) => [list[at], list[at + 1]]);
    }

    keys() {
      return iterate(this, (list, at) => list[at]);
    }

    values() {
      return iterate(this, (list, at) => list[at + 1]);
    }

    forEach(callback, thisArg) {
      listOf(this);
      if (typeof callback !== 'function') throw rt.argumentError('forEach', 'URLSearchParams', 1, 'function');
      const state = slots.get(this);
      for (let i = 0; i < state.list.length; i += 2) callback.call(thisArg, state.list[i + 1], state.list[i], this);
    }

    toString() {
      return serialize(listOf(this));
    }
  }

  function update(self, list) {
    const state = slots.get(self);
    state.list = list;
    state.changed?.(serialize(list));
  }

  function iterate(self, pick) {
    let at = 0;
    return makeIterator(() => {
      const list = slots.get(self).list;
      if (at >= list.length) return end;
      at += 2;
      return pick(list, at - 2);
    });
  }

  rt.expose(URLSearchParams);
  const prototype = URLSearchParams.prototype;
  ObjectDefineProperty(prototype, Symbol.iterator, { value: prototype.entries, writable: true, configurable: true });
  return { URLSearchParams, isSearchParams, parse, serialize, listOf, replace, link };
})
