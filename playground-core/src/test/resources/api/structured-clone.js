import assert from 'node:assert';
import { WorkerEntrypoint } from 'cloudflare:workers';

// Values are copied within an isolate by structuredClone(), and between isolates as arguments and results of RPC.
export class Echo extends WorkerEntrypoint {
  echo(value) {
    return value;
  }
}

async function both(ctx, check) {
  await check(async (value) => structuredClone(value));
  await check((value) => ctx.exports.Echo.echo(value));
}

export const plainData = {
  async test(controller, env, ctx) {
    await both(ctx, async (copy) => {
      const value = { text: 'a "b"\n\u2028\ud800', list: [1, -1.5, 1e300, true, null, [], {}], 2: 'two', 1: 'one', nested: { deep: [{ x: 1 }] } };
      const result = await copy(value);
      assert.deepStrictEqual({ ...result }, value);
      assert.deepStrictEqual(Object.keys(result), ['1', '2', 'text', 'list', 'nested']);
      assert.notStrictEqual(result.nested.deep, value.nested.deep);
      assert.strictEqual(Object.getPrototypeOf(result), Object.prototype);
    });
  },
};

export const sharedReferencesAndCycles = {
  async test(controller, env, ctx) {
    await both(ctx, async (copy) => {
      const shared = { name: 'shared' };
      const value = { first: shared, list: [shared, new Map([['key', shared]])] };
      value.self = value;
      const result = await copy(value);
      assert.strictEqual(result.self, result);
      assert.strictEqual(result.first, result.list[0]);
      assert.strictEqual(result.first, result.list[1].get('key'));
      const many = Array.from({ length: 60 }, () => ({}));
      const twice = await copy([...many, ...many]);
      assert.strictEqual(twice[7], twice[67]);
      assert.notStrictEqual(twice[7], twice[8]);
    });
  },
};

export const whatJsonCannotSay = {
  async test(controller, env, ctx) {
    await both(ctx, async (copy) => {
      const buffer = new Uint8Array([1, 2, 3, 4]).buffer;
      const value = {
        nothing: undefined, zero: -0, nan: NaN, huge: -Infinity, big: 12345678901234567890n, when: new Date(0), pattern: /a"b/gi,
        map: new Map([[{ k: 1 }, [undefined]]]), set: new Set(['x', NaN]), sparse: [1, , 3], boxed: Object('s'),
        views: [new Uint8Array(buffer, 1, 2), new DataView(buffer)], error: new RangeError('far', { cause: { why: 1 } }),
      };
      const result = await copy(value);
      assert.ok('nothing' in result && result.nothing === undefined);
      assert.ok(Object.is(result.zero, -0) && Number.isNaN(result.nan) && result.huge === -Infinity);
      assert.strictEqual(result.big, value.big);
      assert.strictEqual(result.when.getTime(), 0);
      assert.strictEqual(String(result.pattern), '/a"b/gi');
      assert.deepStrictEqual([...result.map], [[{ k: 1 }, [undefined]]]);
      assert.deepStrictEqual([...result.set], ['x', NaN]);
      assert.ok(!(1 in result.sparse) && result.sparse.length === 3);
      assert.ok(typeof result.boxed === 'object' && result.boxed.valueOf() === 's');
      assert.deepStrictEqual([...result.views[0]], [2, 3]);
      assert.strictEqual(result.views[0].buffer, result.views[1].buffer);
      assert.ok(result.error instanceof RangeError && result.error.message === 'far');
      assert.strictEqual(result.error.cause.why, 1);
    });
  },
};

export const keysOfTheCloneItself = {
  async test(controller, env, ctx) {
    await both(ctx, async (copy) => {
      const inner = { a: 1 };
      const value = { before: inner, $: 'u', v: 5, after: inner, toJSON: 'data' };
      const result = await copy(value);
      assert.deepStrictEqual({ ...result }, value);
      assert.strictEqual(result.before, result.after);
      const proto = await copy(JSON.parse('{"__proto__": {"polluted": true}, "x": 1}'));
      assert.strictEqual(Object.getPrototypeOf(proto), Object.prototype);
      assert.deepStrictEqual(Object.keys(proto), ['__proto__', 'x']);
      assert.strictEqual(proto.polluted, undefined);
    });
  },
};

export const gettersAreReadOnce = {
  async test(controller, env, ctx) {
    await both(ctx, async (copy) => {
      let reads = 0;
      const value = { get first() { return ++reads; }, get $() { return ++reads; }, last: undefined };
      const result = await copy(value);
      assert.strictEqual(reads, 2);
      assert.strictEqual(result.first, 1);
      assert.strictEqual(result.$, 2);
    });
  },
};

export const guestPrototypesDoNotShow = {
  async test(controller, env, ctx) {
    await both(ctx, async (copy) => {
      Object.prototype.extra = 'extra';
      Object.prototype.toJSON = () => 'forged';
      let result;
      try {
        result = await copy({ own: [1, { a: 'b"c' }], when: new Date(5) });
      } finally {
        delete Object.prototype.extra;
        delete Object.prototype.toJSON;
      }
      assert.deepStrictEqual(Object.keys(result), ['own', 'when']);
      assert.deepStrictEqual(result.own, [1, { a: 'b"c' }]);
      assert.strictEqual(result.when.getTime(), 5);
    });
  },
};

export default {};
