// `ctx.storage.sql`. A statement runs when exec() is called; the cursor goes over the rows that it gave.
(function (rt) {
  'use strict';
  const { Error, Object, String, Symbol, TypeError, WeakMap, ArrayBuffer, ArrayBufferIsView, Uint8Array, ObjectCreate, ObjectDefineProperty } = rt.primordials;
  const { check } = rt.use('binding/durable-object-state');
  const hostSql = rt.host('objectStorage.sql');
  const hostSize = rt.host('objectStorage.size');
  const owners = new WeakMap();
  const TOKEN = {};

  function actorOf(sql) {
    const object = owners.get(sql);
    if (object === undefined) throw rt.illegalInvocation();
    return check(object);
  }

  function binding(value) {
    if (value === null || value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'number') return value;
    if (ArrayBufferIsView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    if (typeof value === 'bigint') throw new TypeError('Cannot convert a BigInt value to a number');
    return String(value);
  }

  const cell = (value) => (value instanceof Uint8Array ? value.buffer : value);

  // ---- cursors ----

  class SqlStorageCursor {
    #columns;
    #values;
    #written;
    #at = 0;
    #read = 0;
    constructor(token, columns, values, written) {
      if (token !== TOKEN) throw rt.illegalConstructor();
      this.#columns = columns;
      this.#values = values;
      this.#written = written;
      this.#read = values.length > 0 ? 1 : 0;
    }
    get columnNames() {
      return [...this.#columns];
    }
    get rowsRead() {
      return this.#read;
    }
    get rowsWritten() {
      return this.#written;
    }
    // The first row is read when the statement runs.
    #cells() {
      if (this.#at >= this.#values.length) return undefined;
      const cells = [];
      for (let i = 0; i < this.#columns.length; i++) cells.push(cell(this.#values[this.#at++]));
      if (this.#at > cells.length) this.#read++;
      return cells;
    }
    #row() {
      const cells = this.#cells();
      if (cells === undefined) return undefined;
      const row = {};
      for (let i = 0; i < cells.length; i++) {
        ObjectDefineProperty(row, this.#columns[i], { value: cells[i], writable: true, enumerable: true, configurable: true });
      }
      return row;
    }
    next() {
      const value = this.#row();
      return value === undefined ? { done: true, value } : { done: false, value };
    }
    toArray() {
      const rows = [];
      for (let row = this.#row(); row !== undefined; row = this.#row()) rows.push(row);
      return rows;
    }
    one() {
      const row = this.#row();
      if (row === undefined) throw new Error('Expected exactly one result from SQL query, but got no results.');
      if (this.#at < this.#values.length) throw new Error('Expected exactly one result from SQL query, but got multiple results.');
      return row;
    }
    raw() {
      return iterator(() => this.#cells(), RawIterator.prototype);
    }
    [Symbol.iterator]() {
      return iterator(() => this.#row(), RowIterator.prototype);
    }
  }
  rt.expose(SqlStorageCursor, { name: 'Cursor' });

  // Iterators of rows, which have toArray() and the other methods of built-in ones.
  const steps = new WeakMap();
  const IteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  const advance = {
    next() {
      const step = steps.get(this);
      if (step === undefined) throw rt.illegalInvocation();
      const value = step();
      return value === undefined ? { done: true, value } : { done: false, value };
    },
  };
  const makeIterator = (name) => {
    const Class = { [name]: function () {
      throw rt.illegalConstructor();
    } }[name];
    Class.prototype = ObjectCreate(IteratorPrototype, {
      next: { value: advance.next, writable: true, enumerable: true, configurable: true },
      toArray: { value() {
        return [...this];
      }, writable: true, enumerable: true, configurable: true },
      [Symbol.toStringTag]: { value: name, configurable: true },
    });
    return Class;
  };
  const RowIterator = makeIterator('RowIterator');
  const RawIterator = makeIterator('RawIterator');

  function iterator(step, prototype) {
    const made = ObjectCreate(prototype);
    steps.set(made, step);
    return made;
  }

  // ---- the binding ----

  class SqlStorage {
    constructor() {
      throw rt.illegalConstructor();
    }
    exec(query, ...bindings) {
      const actor = actorOf(this);
      if (arguments.length === 0) throw rt.argumentError('exec', 'SqlStorage', 1, 'String');
      const [columns, values, written] = hostSql(actor, String(query), ...bindings.map(binding));
      return new SqlStorageCursor(TOKEN, columns, values, written);
    }
    get databaseSize() {
      return hostSize(actorOf(this));
    }
  }
  rt.expose(SqlStorage);
  // Nothing of the public API makes one.
  class SqlStorageStatement {
    constructor() {
      throw rt.illegalConstructor();
    }
  }
  rt.expose(SqlStorageStatement, { name: 'Statement' });
  for (const Class of [SqlStorageCursor, SqlStorageStatement]) {
    ObjectDefineProperty(SqlStorage.prototype, Class.name, { get: () => Class, configurable: true });
  }

  function make(object) {
    const sql = ObjectCreate(SqlStorage.prototype);
    owners.set(sql, object);
    return sql;
  }

  return { SqlStorage, SqlStorageCursor, make };
})
