// What console methods make of directives, labels and values that misbehave.
const out = {}; const Q = (k, f) => { try { out[k] = f(); } catch (e) { out[k] = `${e.name}: ${e.message}`; } };
export default { fetch() {
  Q('surface', () => [console.log.name, console.log.length, console.table.length, Object.keys(console), String(console)]);
  console.log('a%cb', 'color:red'); console.log('%i', 5.9, '%i'); console.log('%o', [1, { a: 1 }]); console.log('%O', { a: { b: { c: { d: 1 } } } }); console.log('%j', { toJSON() { return 'j'; } }); const c = {}; c.c = c; console.log('%j', c); console.log('%%', 5);
  console.log('%s', { toString() { return 'own'; } }); console.log('%s', new Date(0)); console.log('%s', () => 1); console.log('%d', '0x10'); console.log('%d', 5n); console.log('%f', 'x1'); console.log('%i', 'x1'); console.log('%d', {}); console.log('%d', Symbol('s')); console.log('%s', -0); console.log('%s %s', 'only'); console.log('%', '%', 'x'); console.log('%s', 'a', { b: 1 }, 'c d', [1]); console.log({}, 'str', '%s');
  console.log('%s', class A { toString() { return 'A!'; } }); console.log('%s', new (class A { toString() { return 'A!'; } })()); console.log('%s', new (class A {})()); console.log('%s', [1, [2, [3, [4]]]]); console.log('%c'); console.log('%o', function f() {}); console.log(console);
  Q('no text', () => console.log('%s', Object.create(null))); Q('throwing text', () => console.log('%s', { toString() { throw new RangeError('text'); } })); Q('label', () => console.count({ toString() { throw new Error('label'); } })); Q('symbol label', () => console.time(Symbol('s'))); Q('detached', () => { const { log, group, groupEnd } = console; group(); log('indented'); groupEnd(); });
  const m = new Map([[1, 'a'], [2, { x: [1] }]]); const it = m.entries(); it.next(); console.log(it); console.log([...it]); const s = new Set(['q']).values(); console.log(s, [...s], s); console.log(m.keys(), m.values(), new Set([1]).entries(), new Map().keys(), [1].values());
  console.error('%s', 'error'); console.warn('%d', 1); console.info('%o', 'i'); console.debug('%j', [1]);
  return Response.json(out);
} };
