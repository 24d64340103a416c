// How values are shown on the console.
class Point { constructor() { this.x = 1; this.y = 2; } }
class Empty {}
class Sub extends Map {}
class Tagged { get [Symbol.toStringTag]() { return 'Tag'; } }
class Secret { #hidden = 1; shown = 2; static s = 3; method() {} get computed() { return 1; } }
const cycle = { name: 'cycle' }; cycle.self = cycle;
const deep = { a: { b: { c: { d: { e: 1 } } } } };
const withCause = () => { const e = new Error('outer', { cause: new TypeError('inner') }); e.stack = 'Error: outer'; e.cause.stack = 'TypeError: inner'; return e; };
const plainError = (E, m, extra) => { const e = Object.assign(new E(m), extra); e.stack = `${E.name}: ${m}`; return e; };
const nullProto = Object.assign(Object.create(null), { a: 1 });
const accessor = { get a() { return 1; }, set b(v) {}, get c() { return 2; }, set c(v) {} };
const filled = new FormData(); filled.append('a', '1'); filled.append('b', '2');
const long = Array.from({ length: 150 }, (_, i) => i);
export default {
  fetch() {
    const values = [
      undefined, null, true, 0, -0, 1.5, NaN, Infinity, 10n, 'text', '', "it's", 'new\nline', Symbol('s'), Symbol(),
      [], [1, 'two', null, undefined], [[1, [2, [3, [4, [5]]]]]], [, 1, , 2], new Array(5), long, long.map(String), [1.5, -0, 'a"b', "a'b", `a'b"c`],
      {}, { a: 1, b: 'two' }, { 'a-b': 1, 2: 3, [Symbol('k')]: 4 }, deep, cycle, nullProto, accessor, { f() {}, g: () => {}, h: class {} , i: class Named {} },
      { long: 'x'.repeat(100), other: 'y'.repeat(20) }, { a: 'x'.repeat(40), b: 'y'.repeat(40), c: 1 }, Object.freeze({ a: 1 }),
      function named() {}, () => {}, async () => {}, function* gen() {}, async function* agen() {}, class A {}, class B extends Point {}, Math.max, Object.assign(function f() {}, { prop: 1 }),
      new Point(), new Empty(), new Sub([[1, 2]]), new Tagged(), new Secret(), new (class extends Array {})(3), new (class {})(),
      new Map([['a', 1], [{ k: 1 }, [2]]]), new Map(), new Set([1, 'a', {}]), new Set(), new WeakMap(), new WeakSet(), new Map([['a', new Map([['b', new Map([['c', 1]])]])]]),
      new Date(0), new Date(NaN), /re/gi, new Uint8Array([1, 2, 3]), new Uint8Array(200), new Float64Array([1.5]), new BigInt64Array([1n]), new ArrayBuffer(4), new DataView(new ArrayBuffer(2)),
      Promise.resolve(1), new Promise(() => {}),
      Object(1), Object('boxed'), Object(true), Object(1n), Object(Symbol('b')),
      withCause(), plainError(Error, 'plain'), plainError(TypeError, 'with props', { code: 'E1', details: { a: 1 } }), plainError(RangeError, ''), { nested: plainError(Error, 'in object') }, [plainError(Error, 'in array')],
      new URL('http://user@example.com:8080/p?q=1#h'), new URLSearchParams('a=1&b=2'), new Headers({ a: '1', b: '2' }), new Blob(['abc'], { type: 'text/plain' }), new FormData(), new URLSearchParams(), filled,
      new AbortController().signal.aborted, (function () { return arguments; })(1, 2), globalThis.Math, JSON, Symbol.iterator, Reflect,
      [1, 2, 3].entries(), 'abc'[Symbol.iterator](), (function* () { yield 1; })(),
      new TextEncoder(), [undefined, null], { u: undefined, n: null }, [function a() {}, class X {}], [new Date(5)], { d: new Date(5), r: /x/ }, [['a', 1], ['b', 2]], [{ a: 1, b: { c: {} } }],
      Array.from({ length: 30 }, (_, i) => 'item number ' + i), { m: new Map([['k', { deep: { deeper: { deepest: 1 } } }]]) }, Array.from({ length: 7 }, () => ({ id: 1, name: 'some name' })),
    ];
    values.forEach((value) => console.log(value));
    console.log('%s is %d and %i and %f', 'x', 42.5, 42.9, '1.5', 'extra', { a: 1 });
    console.log('%o | %O | %j | %c styled | %% | %x', { a: { b: { c: {} } } }, { a: 1 }, { j: 1 }, 'color: red', 'rest');
    console.log('%s %s %s %s %s', null, undefined, Symbol('s'), { a: 1, b: { c: 1 } }, [1, [2, [3]]], -0, 5n);
    console.log('%s', class Foo {}, '%d', '5'); console.log('%d %i %f', 'a', 'b', 'c'); console.log('100%', 5); console.log('%s'); console.log('a', 'b', 1, 'c');
    console.log(); console.log('multi\nline', { a: 'multi\nline' }); console.info('info'); console.debug('debug'); console.warn('warn'); console.error('error', { a: 1 });
    return new Response('done');
  },
};
