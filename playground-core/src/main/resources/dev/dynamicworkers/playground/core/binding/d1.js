// D1Database, its statements and sessions. Results and errors have the platform's form; queries run on the host.
(function (rt) {
  'use strict';
  const {
    ArrayBuffer, Error, String, Symbol, TypeError, Uint8Array, WeakMap, ArrayBufferIsView, ArrayFrom, ArrayIsArray, ObjectDefineProperty, ObjectHasOwn,
  } = rt.primordials;
  const { call, handleOf, make } = rt.use('binding/calls');
  const hostQuery = rt.host('d1.query');
  const DATA_VIEW = rt.primordials.DataView;
  const statements = new WeakMap();
  const sessions = new WeakMap();
  const TOKEN = {};

  const failure = (name, message, detail) => new Error(`${name}: ${message}${detail ?? ''}`, { cause: new Error(message) });

  // queries: flat list of text and parameters; read gets the answers in the same order
  async function query(database, method, queries, kind, read) {
    try {
      return await call((op) => hostQuery(op, database, method, kind, queries), read);
    } catch (error) {
      throw error instanceof Error ? failure('D1_ERROR', error.message) : error;
    }
  }

  function bound(value) {
    if (value === null || typeof value === 'string') return value;
    if (typeof value === 'number') return value - value === 0 ? value : null;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value === 'object') {
      if (value instanceof ArrayBuffer) return new Uint8Array(value);
      if (ArrayBufferIsView(value)) {
        return value instanceof DATA_VIEW ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(ArrayFrom(value));
      }
      if (ArrayIsArray(value) && value.every((each) => typeof each === 'number' && each >= 0 && each <= 255)) return new Uint8Array(value);
    }
    const text = `${value}`;
    throw failure('D1_TYPE_ERROR', `Type '${typeof value}' not supported for value '${text}'`);
  }

  const cell = (value) => {
    if (value instanceof Uint8Array) return ArrayFrom(value);
    return value === undefined || value === Infinity || value === -Infinity ? null : value;
  };

  function metaOf(answer) {
    return {
      served_by: 'playground', duration: answer[2], changes: answer[3], last_row_id: answer[4], changed_db: answer[5], size_after: answer[6],
      rows_read: answer[7], rows_written: answer[8],
    };
  }

  function rowsOf(answer) {
    const { 0: columns, 1: values } = answer;
    const rows = [];
    for (let at = 0; columns.length > 0 && at < values.length; at += columns.length) {
      const row = [];
      for (let i = 0; i < columns.length; i++) row[i] = cell(values[at + i]);
      rows[rows.length] = row;
    }
    return rows;
  }

  function objectsOf(answer) {
    const { 0: columns } = answer;
    return rowsOf(answer).map((row) => {
      const object = {};
      for (let i = 0; i < row.length; i++) {
        ObjectDefineProperty(object, columns[i], { value: row[i], writable: true, enumerable: true, configurable: true });
      }
      return object;
    });
  }

  const resultOf = (answer) => ({ success: true, meta: metaOf(answer), results: objectsOf(answer) });

  class D1PreparedStatement {
    constructor(token, owner, text, parameters) {
      if (token !== TOKEN) throw rt.illegalConstructor();
      statements.set(this, { owner, text, parameters });
    }
    bind(...values) {
      const { owner, text } = statementOf(this);
      return new D1PreparedStatement(TOKEN, owner, text, values.map(bound));
    }
    async first(column) {
      return one(this, 'prepare.first', (answer) => {
        const { 0: row } = objectsOf(answer);
        if (row === undefined) return null;
        if (column === undefined) return row;
        if (!ObjectHasOwn(row, column)) throw new Error('Column not found', { cause: TOKEN });
        return row[column];
      }).catch((error) => {
        if (error.cause !== undefined && error.message === 'D1_ERROR: Column not found') throw failure('D1_COLUMN_NOTFOUND', 'Column not found', ` (${column})`);
        throw error;
      });
    }
    async run() {
      return one(this, 'prepare.run', resultOf);
    }
    async all() {
      return one(this, 'prepare.all', resultOf);
    }
    async raw(options) {
      return one(this, 'prepare.raw', (answer) => (options?.columnNames ? [[...answer[0]], ...rowsOf(answer)] : rowsOf(answer)));
    }
  }

  function statementOf(object) {
    const statement = statements.get(object);
    if (statement === undefined) throw rt.illegalInvocation();
    return statement;
  }

  function checked(text) {
    if (typeof text !== 'string') throw new TypeError('D1 prepare() wants SQL as a string.');
    if (text.trim() === '') throw failure('D1_ERROR', 'No SQL statements detected.');
    return text;
  }

  async function one(object, method, read) {
    const { owner, text, parameters } = statementOf(object);
    return owner.track(await query(owner.database, method, [[checked(text), ...parameters]], 'one', (answers) => read(answers[0])));
  }

  async function batch(owner, list) {
    const queries = list.map((each) => {
      const statement = statements.get(each);
      if (statement === undefined) throw new TypeError('D1 batch() wants a list of prepared statements.');
      return [checked(statement.text), ...statement.parameters];
    });
    if (queries.length === 0) throw failure('D1_ERROR', 'No SQL statements detected.');
    return owner.track(await query(owner.database, 'batch', queries, 'batch', (answers) => answers.map(resultOf)));
  }

  const untracked = (database) => ({ database, track: (value) => value });

  class D1Database {
    constructor() {
      throw rt.illegalConstructor();
    }
    prepare(text) {
      return new D1PreparedStatement(TOKEN, untracked(handleOf(this)), text, []);
    }
    async batch(list) {
      return batch(untracked(handleOf(this)), list);
    }
    async exec(text) {
      const database = handleOf(this);
      const lines = text.trim().split('\n').filter((line) => line.trim() !== '');
      if (lines.length === 0) throw failure('D1_EXEC_ERROR', 'Error in line 1: : No SQL statements detected.');
      try {
        return await call((op) => hostQuery(op, database, 'exec', 'exec', lines.map((line) => [line])), (answers) => {
          let duration = 0;
          for (let i = 0; i < answers.length; i++) duration += answers[i][2];
          return { count: answers.length, duration };
        });
      } catch (error) {
        throw failure('D1_EXEC_ERROR', error.message);
      }
    }
    withSession(constraintOrBookmark) {
      const given = constraintOrBookmark === undefined || constraintOrBookmark === null ? '' : String(constraintOrBookmark).trim();
      return new D1DatabaseSession(TOKEN, handleOf(this), given === '' ? 'first-unconstrained' : given);
    }
    async dump() {
      handleOf(this);
      throw failure('D1_DUMP_ERROR', 'dump() works on alpha databases only, which the platform no longer has. Export the database with "playground state DIR d1 export NAME".');
    }
  }

  // A session sees its own writes, as all of a local database's readers do; its bookmark counts its queries.
  class D1DatabaseSession {
    constructor(token, database, start) {
      if (token !== TOKEN) throw rt.illegalConstructor();
      const session = { database, bookmark: start === 'first-primary' || start === 'first-unconstrained' ? null : start, count: 0 };
      session.track = (value) => {
        session.count++;
        session.bookmark = `${session.count.toString(16).padStart(8, '0')}-00000000-00000000-${'0'.repeat(32)}`;
        return value;
      };
      sessions.set(this, session);
    }
    prepare(text) {
      return new D1PreparedStatement(TOKEN, sessionOf(this), text, []);
    }
    async batch(list) {
      return batch(sessionOf(this), list);
    }
    getBookmark() {
      return sessionOf(this).bookmark;
    }
  }

  function sessionOf(object) {
    const session = sessions.get(object);
    if (session === undefined) throw rt.illegalInvocation();
    return session;
  }

  return {
    D1Database, D1PreparedStatement, D1DatabaseSession,
    make: (handle) => make(D1Database, handle),
  };
})
