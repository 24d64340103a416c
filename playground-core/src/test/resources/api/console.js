import assert from 'node:assert';
import { inspect, format } from 'node:util';

export const valuesAsNodeShowsThem = {
  test() {
    class Foo { a = 1; #hidden = 2; get accessor() { return this.#hidden; } }
    const cycle = { n: 1 };
    cycle.self = cycle;
    for (const [value, text] of [
      [{ b: [1, { c: 2 }] }, '{ b: [ 1, { c: 2 } ] }'],
      [new Map([['k', 1]]), "Map(1) { 'k' => 1 }"],
      [new Set([1]), 'Set(1) { 1 }'],
      [new Foo(), 'Foo { a: 1 }'],
      [class A extends Foo {}, '[class A extends Foo]'],
      [() => {}, '[Function (anonymous)]'],
      [cycle, '<ref *1> { n: 1, self: [Circular *1] }'],
      [new Uint8Array([1, 2]), 'Uint8Array(2) [ 1, 2 ]'],
      [{ a: { b: { c: { d: 1 } } } }, '{ a: { b: { c: [Object] } } }'],
      [[, 1], '[ <1 empty item>, 1 ]'],
      [Object.create(null), '[Object: null prototype] {}'],
      [{ [Symbol('k')]: 1 }, '{ Symbol(k): 1 }'],
      [Promise.resolve(1), 'Promise { 1 }'],
      [new ArrayBuffer(2), 'ArrayBuffer { [Uint8Contents]: <00 00>, byteLength: 2 }'],
      [new AbortController().signal, 'AbortSignal { aborted: false, reason: undefined, onabort: null }'],
    ]) {
      assert.strictEqual(inspect(value), text);
    }
  },
};

export const directives = {
  test() {
    assert.strictEqual(format('%s is %d%% %j %i %f %o', 'x', 5, { a: 1 }, 1.9, '2.5', [1]), 'x is 5% {"a":1} 1 2.5 [ 1, [length]: 1 ]');
    assert.strictEqual(format('%s', null, 'rest', { a: 1 }), "null rest { a: 1 }");
    assert.strictEqual(format(1, 'two'), '1 two');
  },
};

export const everyMethodExists = {
  test() {
    for (const name of [
      'assert', 'clear', 'context', 'count', 'countReset', 'debug', 'dir', 'dirxml', 'error', 'group', 'groupCollapsed', 'groupEnd', 'info',
      'log', 'profile', 'profileEnd', 'table', 'time', 'timeEnd', 'timeLog', 'timeStamp', 'trace', 'warn',
    ]) {
      assert.strictEqual(typeof console[name], 'function', name);
    }
    console.log('a', 1, new Error('logged'), Symbol('s'));
    console.table([{ a: 1 }, { a: 2, b: 3 }]);
    console.time('t');
    console.timeEnd('t');
    console.count();
    console.dir({ a: 1 });
    console.trace('here');
    console.assert(false, 'asserted');
  },
};

export default {};
