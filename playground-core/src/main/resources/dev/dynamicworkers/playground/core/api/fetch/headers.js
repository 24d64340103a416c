// Headers: a flat list of lower-case names and values, with the sorted view that guests see made when they look.
(function (rt) {
  'use strict';
  const {
    Symbol, TypeError, ArrayPrototypeSlice, ObjectDefineProperty, ObjectPrototypePropertyIsEnumerable, ReflectOwnKeys,
    RegExpPrototypeExec, StringPrototypeToLowerCase, StringPrototypeCharCodeAt,
  } = rt.primordials;
  const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
  const FORBIDDEN_IN_VALUE = /[\0\r\n]/;

  // Names seen before, as written, to their lower-case form. Bounded, since guests choose them.
  let known = { __proto__: null };
  let knownCount = 0;

  function nameOf(value) {
    const name = typeof value === 'string' ? value : `${value}`;
    const before = known[name];
    if (before !== undefined) return before;
    if (RegExpPrototypeExec(NAME, name) === null) throw new TypeError('Invalid header name.');
    const lower = StringPrototypeToLowerCase(name);
    if (++knownCount > 256) {
      known = { __proto__: null };
      knownCount = 1;
    }
    known[name] = lower;
    return lower;
  }

  function valueOf(value) {
    let text = typeof value === 'string' ? value : `${value}`;
    const length = text.length;
    if (length > 0 && (StringPrototypeCharCodeAt(text, 0) <= 32 || StringPrototypeCharCodeAt(text, length - 1) <= 32)) {
      text = trim(text);
    }
    if (RegExpPrototypeExec(FORBIDDEN_IN_VALUE, text) !== null) throw new TypeError('Invalid header value.');
    return text;
  }

  const isSpace = (code) => code === 32 || code === 9 || code === 10 || code === 13;

  function trim(text) {
    let start = 0;
    let stop = text.length;
    while (start < stop && isSpace(StringPrototypeCharCodeAt(text, start))) start++;
    while (stop > start && isSpace(StringPrototypeCharCodeAt(text, stop - 1))) stop--;
    return text.slice(start, stop);
  }

  const IMMUTABLE = "Can't modify immutable headers.";
  const need = (count, given, method) => {
    if (given < count) throw rt.argumentError(method, 'Headers', given + 1, 'string');
  };

  // Entries by name in code unit order; values of one name joined, except those of set-cookie.
  function sortedView(list) {
    const entries = [];
    const places = { __proto__: null };
    for (let i = 0; i < list.length; i += 2) {
      const name = list[i];
      const place = places[name];
      if (place === undefined || name === 'set-cookie') {
        places[name] = entries.length;
        entries[entries.length] = [name, list[i + 1]];
      } else {
        entries[place][1] += `, ${list[i + 1]}`;
      }
    }
    return entries.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  }

  let isHeaders, listOf, fromList, isImmutable;

  const slots = rt.slots();
  class Headers {
    constructor(init) {
      const list = [];
      slots.set(this, { list, immutable: false, sorted: null });
      if (init !== undefined) fill(list, init);
    }

    static {
      isHeaders = (value) => slots.has(value);
      listOf = (headers) => slots.get(headers).list;
      // Takes the list over; its names are lower-case and checked.
      fromList = (list, immutable) => {
        const headers = new Headers();
        slots.set(headers, { list, immutable, sorted: null });
        return headers;
      };
      isImmutable = (headers) => slots.get(headers).immutable;
    }

    append(name, value) {
      listOf(this);
      need(2, arguments.length, 'append');
      const key = nameOf(name);
      const text = valueOf(value);
      mutable(this).push(key, text);
    }

    delete(name) {
      listOf(this);
      need(1, arguments.length, 'delete');
      const key = nameOf(name);
      const list = mutable(this);
      let kept = 0;
      for (let i = 0; i < list.length; i += 2) {
        if (list[i] === key) continue;
        list[kept++] = list[i];
        list[kept++] = list[i + 1];
      }
      list.length = kept;
    }

    get(name) {
      const list = listOf(this);
      need(1, arguments.length, 'get');
      return find(list, nameOf(name));
    }

    getAll(name) {
      const list = listOf(this);
      need(1, arguments.length, 'getAll');
      if (nameOf(name) !== 'set-cookie') {
        throw new TypeError('getAll() can only be used with the header name "Set-Cookie".');
      }
      return cookiesOf(list);
    }

    getSetCookie() {
      return cookiesOf(listOf(this));
    }

    has(name) {
      const list = listOf(this);
      need(1, arguments.length, 'has');
      const key = nameOf(name);
      for (let i = 0; i < list.length; i += 2) if (list[i] === key) return true;
      return false;
    }

    set(name, value) {
      listOf(this);
      need(2, arguments.length, 'set');
      const key = nameOf(name);
      const text = valueOf(value);
      setIn(mutable(this), key, text);
    }

    forEach(callback, thisArg) {
      listOf(this);
      if (typeof callback !== 'function') throw rt.argumentError('forEach', 'Headers', 1, 'function');
      for (let i = 0; i < viewOf(this).length; i++) {
        const entry = viewOf(this)[i];
        callback.call(thisArg, entry[1], entry[0], this);
      }
    }

    entries() {
      return iterate(this, () => viewOf(this), (entry) => [entry[0], entry[1]]);
    }

    keys() {
      return iterate(this, () => viewOf(this), (entry) => entry[0]);
    }

    values() {
      return iterate(this, () => viewOf(this), (entry) => entry[1]);
    }
  }

  function mutable(self) {
    const state = slots.get(self);
    if (state.immutable) throw new TypeError(IMMUTABLE);
    state.sorted = null;
    return state.list;
  }

  function viewOf(self) {
    const state = slots.get(self);
    return (state.sorted ??= sortedView(state.list));
  }

  let makeIterator, end;
  function iterate(headers, view, pick) {
    listOf(headers);
    if (makeIterator === undefined) {
      const iterator = rt.use('url/iterator');
      makeIterator = iterator.iteratorsOf('Headers');
      end = iterator.end;
    }
    let at = 0;
    return makeIterator(() => {
      const entries = view();
      return at < entries.length ? pick(entries[at++]) : end;
    });
  }

  function find(list, key) {
    let found = null;
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === key) found = found === null ? list[i + 1] : `${found}, ${list[i + 1]}`;
    }
    return found;
  }

  function cookiesOf(list) {
    const cookies = [];
    for (let i = 0; i < list.length; i += 2) if (list[i] === 'set-cookie') cookies.push(list[i + 1]);
    return cookies;
  }

  function setIn(list, key, value) {
    let kept = 0;
    let found = false;
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] === key) {
        if (found) continue;
        found = true;
        list[kept++] = key;
        list[kept++] = value;
      } else {
        list[kept++] = list[i];
        list[kept++] = list[i + 1];
      }
    }
    list.length = kept;
    if (!found) list.push(key, value);
  }

  function fill(list, init) {
    if (isHeaders(init)) {
      const from = listOf(init);
      for (let i = 0; i < from.length; i++) list[i] = from[i];
      return;
    }
    if (init === null || (typeof init !== 'object' && typeof init !== 'function')) {
      throw rt.constructorError('Headers', 1, 'Headers or Sequence or object');
    }
    const iterator = init[Symbol.iterator];
    if (iterator !== undefined && iterator !== null) {
      for (const pair of init) addPair(list, pair);
      return;
    }
    const keys = ReflectOwnKeys(init);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (!ObjectPrototypePropertyIsEnumerable(init, key)) continue;
      const value = valueOf(init[key]);
      list.push(nameOf(key), value);
    }
  }

  function addPair(list, pair) {
    const isObject = pair !== null && (typeof pair === 'object' || typeof pair === 'function');
    if (!isObject) throw new TypeError("Incorrect type: the provided value is not of type 'Sequence'.");
    const items = [...pair];
    if (items.length !== 2) {
      throw new TypeError('To initialize a Headers object from a sequence, each inner sequence must have exactly two elements.');
    }
    list.push(nameOf(items[0]), valueOf(items[1]));
  }

  rt.expose(Headers);
  const prototype = Headers.prototype;
  ObjectDefineProperty(prototype, Symbol.iterator, { value: prototype.entries, writable: true, configurable: true });

  // The list as the other side of a wire gets it: sorted by name, set-cookie apart.
  function wireList(list) {
    if (list.length <= 2) return ArrayPrototypeSlice(list);
    const entries = sortedView(list);
    const flat = [];
    for (let i = 0; i < entries.length; i++) flat.push(entries[i][0], entries[i][1]);
    return flat;
  }

  return { Headers, isHeaders, isImmutable, listOf, fromList, find, setIn, fill, wireList, trim };
})
