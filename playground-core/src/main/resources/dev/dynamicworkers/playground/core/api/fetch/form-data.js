// FormData: names with text or files, in order.
(function (rt) {
  'use strict';
  const { Symbol, ObjectDefineProperty, StringPrototypeToWellFormed } = rt.primordials;
  const { iteratorsOf, end } = rt.use('url/iterator');
  const makeIterator = iteratorsOf('FormData');
  const toText = (value) => StringPrototypeToWellFormed(typeof value === 'string' ? value : `${value}`);

  const need = (count, given, method, type = 'string') => {
    if (given < count) throw rt.argumentError(method, 'FormData', given + 1, type);
  };

  // Text, or a File: a Blob becomes one that is named as its entry, unless a file name is given.
  function valueOf(entryName, value, fileName, named) {
    const blobs = rt.loaded('fetch/blob');
    if (blobs === undefined || !blobs.isBlob(value)) return toText(value);
    if (blobs.isFile(value) && !named) return value;
    const name = named ? toText(fileName) : entryName;
    return blobs.fileFromBytes(blobs.bytesOf(value), name, value.type, blobs.isFile(value) ? value.lastModified : undefined);
  }

  let isFormData, entriesOf;

  class FormData {
    #entries = [];

    static {
      isFormData = (value) => typeof value === 'object' && value !== null && #entries in value;
      entriesOf = (form) => {
        if (isFormData(form)) return form.#entries;
        throw rt.illegalInvocation();
      };
    }

    append(name, value, fileName) {
      const entries = entriesOf(this);
      need(2, arguments.length, 'append', arguments.length === 0 ? 'string' : 'File or Blob or string');
      const key = toText(name);
      entries.push([key, valueOf(key, value, fileName, arguments.length > 2 && fileName !== undefined)]);
    }

    delete(name) {
      const entries = entriesOf(this);
      need(1, arguments.length, 'delete');
      const wanted = toText(name);
      this.#entries = entries.filter((entry) => entry[0] !== wanted);
    }

    get(name) {
      const entries = entriesOf(this);
      need(1, arguments.length, 'get');
      const wanted = toText(name);
      for (let i = 0; i < entries.length; i++) if (entries[i][0] === wanted) return entries[i][1];
      return null;
    }

    getAll(name) {
      const entries = entriesOf(this);
      need(1, arguments.length, 'getAll');
      const wanted = toText(name);
      const values = [];
      for (let i = 0; i < entries.length; i++) if (entries[i][0] === wanted) values.push(entries[i][1]);
      return values;
    }

    has(name) {
      const entries = entriesOf(this);
      need(1, arguments.length, 'has');
      const wanted = toText(name);
      for (let i = 0; i < entries.length; i++) if (entries[i][0] === wanted) return true;
      return false;
    }

    set(name, value, fileName) {
      const entries = entriesOf(this);
      need(2, arguments.length, 'set', arguments.length === 0 ? 'string' : 'File or Blob or string');
      const key = toText(name);
      const entry = [key, valueOf(key, value, fileName, arguments.length > 2 && fileName !== undefined)];
      const at = entries.findIndex((other) => other[0] === entry[0]);
      if (at < 0) entries.push(entry);
      else this.#entries = entries.flatMap((other, i) => (i === at ? [entry] : other[0] === entry[0] ? [] : [other]));
    }

    entries() {
      return this.#iterate((entry) => [entry[0], entry[1]]);
    }

    keys() {
      return this.#iterate((entry) => entry[0]);
    }

    values() {
      return this.#iterate((entry) => entry[1]);
    }

    #iterate(pick) {
      let at = 0;
      return makeIterator(() => (at < this.#entries.length ? pick(this.#entries[at++]) : end));
    }

    forEach(callback, thisArg) {
      entriesOf(this);
      if (typeof callback !== 'function') throw rt.argumentError('forEach', 'FormData', 1, 'function');
      for (let i = 0; i < this.#entries.length; i++) callback.call(thisArg, this.#entries[i][1], this.#entries[i][0], this);
    }
  }

  rt.expose(FormData);
  const prototype = FormData.prototype;
  ObjectDefineProperty(prototype, Symbol.iterator, { value: prototype.entries, writable: true, configurable: true });

  return { FormData, isFormData, entriesOf };
})
