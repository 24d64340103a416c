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

  const slots = rt.slots();
  class FormData {
    constructor() {
      slots.set(this, []);
    }

    static {
      isFormData = (value) => slots.has(value);
      entriesOf = (form) => slots.get(form);
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
      slots.set(this, entries.filter((entry) => entry[0] !== wanted));
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
      else slots.set(this, entries.flatMap((other, i) => (i === at ? [entry] : other[0] === entry[0] ? [] : [other])));
    }

    entries() {
      return iterateOver(this, (entry) => [entry[0], entry[1]]);
    }

    keys() {
      return iterateOver(this, (entry) => entry[0]);
    }

    values() {
      return iterateOver(this, (entry) => entry[1]);
    }

    forEach(callback, thisArg) {
      entriesOf(this);
      if (typeof callback !== 'function') throw rt.argumentError('forEach', 'FormData', 1, 'function');
      for (let i = 0; i < slots.get(this).length; i++) {
        const { 0: name, 1: value } = slots.get(this)[i];
        callback.call(thisArg, value, name, this);
      }
    }
  }

  function iterateOver(self, pick) {
    let at = 0;
    return makeIterator(() => (at < slots.get(self).length ? pick(slots.get(self)[at++]) : end));
  }

  rt.expose(FormData);
  const prototype = FormData.prototype;
  ObjectDefineProperty(prototype, Symbol.iterator, { value: prototype.entries, writable: true, configurable: true });

  return { FormData, isFormData, entriesOf };
})
