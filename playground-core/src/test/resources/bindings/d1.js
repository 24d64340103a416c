import { serve } from './harness.js';

const tries = async (each) => {
  const answers = [];
  for (const run of each) {
    try {
      answers.push((await run()) ?? null);
    } catch (error) {
      answers.push(`${error.name}: ${error.message}${error.cause ? ` <- ${error.cause.name}: ${error.cause.message}` : ''}`);
    }
  }
  return answers;
};
// What is different from run to run is told by its type.
const meta = (result) => ({ ...result, meta: Object.fromEntries(Object.entries(result.meta).map(([key, value]) => [key, ['duration', 'size_after', 'timings', 'served_by', 'served_by_colo', 'total_attempts', 'rows_read', 'rows_written'].includes(key) ? typeof value : value])) });
const rows = async (statement) => (await statement.all()).results;

export default serve({
  shape: async ({ DB }) => {
    const names = (object) => [object.constructor.name, Object.getOwnPropertyNames(Object.getPrototypeOf(object)).filter((name) => name[0] !== '_').sort(), Object.prototype.toString.call(object)];
    return [names(DB), names(DB.prepare('SELECT 1')), names(DB.withSession())];
  },
  tables: async ({ DB }) => [
    meta(await DB.prepare('CREATE TABLE people (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, age REAL, data BLOB)').run()),
    meta(await DB.prepare('INSERT INTO people (name, age) VALUES (?, ?)').bind('Ada', 36).run()),
    meta(await DB.prepare('INSERT INTO people (name, age, data) VALUES (?1, ?2, ?3), (?4, ?2, NULL)').bind('Bob', 2.5, new Uint8Array([1, 2, 255]).buffer, 'Cy').run()),
    meta(await DB.prepare('SELECT * FROM people ORDER BY id').all()),
    meta(await DB.prepare('UPDATE people SET age = age + 1 WHERE age < 10').run()),
    meta(await DB.prepare('SELECT * FROM people WHERE id = ?').bind(99).all()),
    meta(await DB.prepare('DELETE FROM people WHERE name = ?').bind('Cy').run()),
    meta(await DB.prepare('INSERT INTO people (name) VALUES (?) RETURNING id, name').bind('Dee').all()),
  ],
  first: async ({ DB }) => tries([
    () => DB.prepare('SELECT name, age FROM people ORDER BY id').first(), () => DB.prepare('SELECT name, age FROM people ORDER BY id').first('age'),
    () => DB.prepare('SELECT name FROM people WHERE id = 99').first(), () => DB.prepare('SELECT name FROM people WHERE id = 99').first('name'),
    () => DB.prepare('SELECT name FROM people').first('nope'), () => DB.prepare('SELECT name FROM people').first(null), () => DB.prepare('SELECT name FROM people').first(''),
    () => DB.prepare('SELECT name, name FROM people ORDER BY id').first(),
  ]),
  raw: async ({ DB }) => tries([
    () => DB.prepare('SELECT name, age, data FROM people ORDER BY id').raw(), () => DB.prepare('SELECT name, age FROM people ORDER BY id').raw({ columnNames: true }),
    () => DB.prepare('SELECT name FROM people WHERE id = 99').raw({ columnNames: true }), () => DB.prepare('SELECT name FROM people WHERE id = 99').raw(),
    () => DB.prepare('SELECT 1 AS a, 2 AS a').raw({ columnNames: true }), () => DB.prepare('SELECT 1 AS a, 2 AS a').all().then(meta),
    () => DB.prepare('SELECT 1').raw(null), () => DB.prepare('SELECT 1').raw({ columnNames: 1 }),
  ]),
  types: async ({ DB }) => {
    const typed = (value) => DB.prepare('SELECT ? AS v, typeof(?1) AS t').bind(value).first();
    return tries([
      () => typed(null), () => typed(1), () => typed(1.5), () => typed(2 ** 53), () => typed(-0), () => typed(1e300), () => typed('text'), () => typed(''), () => typed(true), () => typed(false),
      () => typed(new Uint8Array([1, 2])), () => typed(new ArrayBuffer(2)), () => typed(new Uint16Array([1, 2])), () => typed([1, 2, 3]), () => typed([]), () => typed(undefined), () => typed({}),
      () => typed(new Date(0)), () => typed(5n), () => typed(Symbol.iterator), () => typed(NaN), () => typed(Infinity), () => typed(new String('x')), () => typed(new DataView(new ArrayBuffer(1))),
      () => typed([1, 'x', null, 300]), () => typed('\u0000a'), () => typed('é\u{1f600}'),
    ]);
  },
  values: async ({ DB }) => rows(DB.prepare("SELECT 1 AS i, 9007199254740993 AS big, 1.0 AS r, 1e400 AS inf, x'00ff' AS b, NULL AS n, 'x' AS t, 1 = 1 AS yes")),
  bindErrors: ({ DB }) => tries([
    () => DB.prepare('SELECT ?, ?').bind(1).all(), () => DB.prepare('SELECT ?').bind(1, 2).all(), () => DB.prepare('SELECT ?').all(), () => DB.prepare('SELECT ?3').bind(1, 2, 3).raw(), () => DB.prepare('SELECT :a, @b').bind(1, 2).raw(),
    () => DB.prepare('SELECT 1').bind().raw(), () => DB.prepare('SELECT ?').bind(1).bind(2).raw(), () => DB.prepare('SELECT ?1, ?1').bind(7).raw(),
  ]),
  sqlErrors: ({ DB }) => tries([
    () => DB.prepare('SELEC 1').all(), () => DB.prepare('SELECT * FROM nowhere').all(), () => DB.prepare('SELECT nope FROM people').run(), () => DB.prepare('').all(), () => DB.prepare('   ').all(), () => DB.prepare('-- only').all(),
    () => DB.prepare("INSERT INTO people (name) VALUES ('Ada')").run(), () => DB.prepare('INSERT INTO people (name) VALUES (NULL)').run(), () => DB.prepare('SELECT (').first(), () => DB.prepare("SELECT 'x").raw(),
    () => DB.prepare('BEGIN').run(), () => DB.prepare('COMMIT').run(), () => DB.prepare('SAVEPOINT x').run(), () => DB.prepare("ATTACH 'x.db' AS x").run(), () => DB.prepare('PRAGMA journal_mode').all().then(meta),
    () => DB.prepare('PRAGMA table_info(people)').raw(), () => DB.prepare('SELECT * FROM _cf_KV').all(), () => DB.prepare('CREATE TABLE _cf_x (a)').run(),
    () => DB.prepare('SELECT load_extension(\'x\')').all(), () => DB.prepare("SELECT json('{')").all(), () => DB.prepare('SELECT abs(-9223372036854775808)').all(), () => DB.prepare('SELECT 1; SELECT 2').all().then(meta), () => DB.prepare('SELECT 1;').all().then(meta),
    () => DB.prepare('SELECT * FROM sqlite_master WHERE name = ?').bind('people').all().then((all) => all.results.length), () => DB.prepare('PRAGMA foreign_keys').raw(), () => DB.prepare('CREATE TABLE people (a)').run(),
    () => DB.prepare("INSERT INTO people (name, age) VALUES ('Zed', 1, 2)").run(), () => DB.prepare('EXPLAIN QUERY PLAN SELECT * FROM people').all().then((all) => all.results.length),
  ]),
  batch: async ({ DB }) => {
    const insert = DB.prepare('INSERT INTO people (name) VALUES (?)');
    const count = () => DB.prepare('SELECT count(*) AS n FROM people').first('n');
    return tries([
      () => DB.batch([insert.bind('E1'), insert.bind('E2'), DB.prepare('SELECT name FROM people ORDER BY id DESC LIMIT 2')]).then((all) => all.map(meta)), count,
      () => DB.batch([insert.bind('E3'), insert.bind('E1'), insert.bind('E4')]), count, () => DB.batch([]), () => DB.batch([insert.bind('E5'), DB.prepare('SELEC')]), count, () => DB.batch([insert.bind('E7'), DB.prepare('BEGIN')]), count,
    ]);
  },
  exec: async ({ DB }) => {
    const timed = ({ count, duration }) => [count, typeof duration];
    return tries([
      () => DB.exec('CREATE TABLE things (a); INSERT INTO things VALUES (1);').then(timed), () => DB.exec("INSERT INTO things VALUES (2)\nINSERT INTO things VALUES (3)").then(timed), () => DB.exec('').then(timed), () => DB.exec('\n\n').then(timed),
      () => DB.exec('SELECT 1\n\nSELECT 2\n').then(timed), () => DB.exec('SELEC').then(timed), () => DB.exec('INSERT INTO things VALUES (4)\nSELEC 1').then(timed), () => DB.exec('SELECT\n1').then(timed), () => DB.exec('INSERT INTO things VALUES (?)').then(timed),
      () => DB.prepare('SELECT a FROM things ORDER BY a').raw(), () => DB.exec('-- comment\nSELECT 1').then(timed), () => DB.exec('INSERT INTO things VALUES (5); SELEC').then(timed), () => DB.prepare('SELECT max(a) AS m FROM things').first('m'),
    ]);
  },
  dump: ({ DB }) => DB.dump().catch((error) => [error.name, error.message.slice(0, 14)]),
  session: async ({ DB }) => {
    const session = DB.withSession();
    const all = await session.prepare('SELECT 1 AS one').all();
    const batch = await session.batch([session.prepare('SELECT 2 AS two')]);
    return [all.results, batch[0].results, typeof session.getBookmark(), ...(await tries([() => DB.withSession('first-primary').getBookmark(), () => DB.withSession('first-unconstrained').getBookmark(), () => DB.withSession('').getBookmark(), () => DB.withSession('x').getBookmark(), () => DB.withSession(null).getBookmark(), () => typeof session.exec, () => typeof session.dump]))];
  },
  foreignKeys: ({ DB }) => tries([
    () => DB.exec('CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (id INTEGER REFERENCES parent (id));').then((r) => r.count), () => DB.prepare('INSERT INTO child VALUES (5)').run(),
    () => DB.batch([DB.prepare('PRAGMA defer_foreign_keys = on'), DB.prepare('INSERT INTO child VALUES (1)'), DB.prepare('INSERT INTO parent VALUES (1)')]).then((all) => all.length),
  ]),
  loaded: ({ DB, LOADER }) => LOADER.load({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': 'export default {}' }, env: { DB } }) && 'loaded',
  blobColumn: async ({ DB }) => (await DB.prepare('SELECT data FROM people WHERE name = ?').bind('Bob').first()).data,
  functions: async ({ DB }) => rows(DB.prepare("SELECT json_extract('{\"a\":[1,2]}', '$.a[1]') AS j, upper('x') AS u, typeof(unixepoch()) AS t, sqrt(16) AS s, (SELECT group_concat(value) FROM json_each('[1,2]')) AS g")),
  isolation: async ({ DB2 }) => (await DB2.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'people'").first('n')),
  limits: async ({ DB }) => tries([
    () => DB.prepare(`SELECT '${'x'.repeat(100 * 1024)}' AS v`).first().then((row) => row.v.length), () => DB.prepare('SELECT ? AS v').bind('x'.repeat(2_000_001)).first().then((row) => row.v.length), () => DB.prepare(`SELECT ${Array.from({ length: 101 }, () => '?').join(',')}`).bind(...Array.from({ length: 101 }, () => 1)).raw().then((all) => all[0].length),
    () => DB.prepare(`CREATE TABLE wide (${Array.from({ length: 101 }, (_, i) => `c${i}`).join(',')})`).run().then(() => 'made'),
  ]),
});
