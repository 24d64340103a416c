import assert from 'node:assert';
import { inspect } from 'node:util';

export const theRegistryGivesOneSymbolForAKey = {
  test() {
    const symbol = Symbol.for('key');
    assert.strictEqual(Symbol.for('key'), symbol);
    assert.notStrictEqual(Symbol('key'), symbol);
    assert.notStrictEqual(Symbol.for('Symbol.iterator'), Symbol.iterator);
    assert.strictEqual(symbol.description, 'key');
    assert.strictEqual(Symbol.keyFor(symbol), 'key');
    assert.strictEqual(Symbol.keyFor(Symbol('key')), undefined);
    assert.strictEqual(Symbol.keyFor(Symbol.iterator), undefined);
    assert.strictEqual(Symbol.for().description, 'undefined');
    assert.strictEqual(Symbol.for({ toString: () => 'of an object' }).description, 'of an object');
    assert.throws(() => Symbol.for(symbol), TypeError);
    assert.throws(() => Symbol.keyFor('key'), { name: 'TypeError', message: 'key is not a symbol' });
  },
};

export const itsMethodsAreThoseOfTheLanguage = {
  test() {
    for (const [name, length] of [['for', 1], ['keyFor', 1]]) {
      const { value, ...rest } = Object.getOwnPropertyDescriptor(Symbol, name);
      assert.deepStrictEqual(rest, { writable: true, enumerable: false, configurable: true });
      assert.deepStrictEqual([value.name, value.length, 'prototype' in value], [name, length, false]);
      assert.throws(() => new value('x'), TypeError);
    }
  },
};

export const whatIsWrittenOverKeepsWorking = {
  test() {
    const { get, set } = Map.prototype;
    Map.prototype.get = Map.prototype.set = () => 'mine';
    try {
      assert.strictEqual(Symbol.for('over'), Symbol.for('over'));
    } finally {
      Object.assign(Map.prototype, { get, set });
    }
    const custom = { [Symbol.for('nodejs.util.inspect.custom')]: () => 'seen' };
    assert.strictEqual(inspect(custom), 'seen');
  },
};
