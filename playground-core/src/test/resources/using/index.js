import assert from 'node:assert';
import common from './common.cjs';
import plain from './plain.cjs';
import { log, slow, sync, taken } from './resource.js';
import * as top from './top.js';
import Top from './top.js';
import { typed } from './typed.ts';

const topLog = taken();
const test = (run) => ({ test: run });

export const block = test(() => {
  {
    using a = sync('a'), b = sync('b');
    log.push(a.name + b.name);
    using c = null, d = undefined;
  }
  assert.equal(taken(), 'ab -b -a');
});

export const functions = test(() => {
  const early = (stop) => {
    'use strict';
    using a = sync('a');
    if (stop) return inner();
    using b = sync('b');
    return 'late';
    function inner() { return 'early' }
  };
  assert.equal(early(true), 'early');
  assert.equal(taken(), '-a');
  assert.equal(early(false), 'late');
  assert.equal(taken(), '-b -a');
  class Box {
    static kept = [];
    static { using a = sync('static'); Box.kept.push(a.name); }
    #secret = 1;
    get value() { using a = sync('getter'); return this.#secret }
  }
  assert.equal(new Box().value, 1);
  assert.equal(taken(), '-static -getter');
});

export const jumps = test(() => {
  outer: for (let i = 0; i < 3; i++) {
    using a = sync(`a${i}`);
    for (;;) {
      using b = sync(`b${i}`);
      if (i === 0) continue outer;
      if (i === 1) break;
      break outer;
    }
  }
  assert.equal(taken(), '-b0 -a0 -b1 -a1 -b2 -a2');
  switch (1) {
    case 1: {
      using a = sync('case');
      break;
    }
  }
  assert.equal(taken(), '-case');
});

export const loops = test(async () => {
  for (using x of [sync('x'), null, sync('y')]) if (x) log.push(x.name)
  assert.equal(taken(), 'x -x y -y');
  const seen = [];
  for (using x of [sync('p'), sync('q')]) for (using y of [sync('r')]) seen.push(() => x.name + y.name);
  assert.deepEqual(seen.map((f) => f()), ['pr', 'qr']);
  assert.equal(taken(), '-r -p -r -q');
  named: for (using x = sync('head'), y = sync('other'); ;) {
    let turns = 0;
    for (;;) if (turns++ === 2) break named; else continue;
  }
  assert.equal(taken(), '-other -head');
  for (await using x of [slow('s')]) { using inside = sync('i') }
  assert.equal(taken(), '-i (s s)');
  async function* make() { using a = sync('gen'); yield slow('g'); yield slow('never') }
  for await (await using x of make()) break;
  assert.equal(taken(), '(g g) -gen');
  for (await using x = slow('w'); ;) break;
  assert.equal(taken(), '(w w)');
  const using = [1], of = 2;
  assert.equal(using [0] + of, 3);
});

export const order = test(async () => {
  const run = async () => {
    await using a = slow('a');
    using b = sync('b');
    await using c = slow('c');
    await using d = null;
    log.push('body');
  };
  const done = run();
  await done;
  assert.equal(taken(), 'body (c c) -b (a a)');
  let after = false;
  const nothing = (async () => { { await using x = null; } after = true; })();
  assert.equal(after, false);
  await nothing;
  assert.equal(after, true);
});

export const fallsBackToDispose = test(async () => {
  const kept = { [Symbol.dispose]() { log.push('sync'); return new Promise(() => {}) } };
  { await using a = kept; }
  assert.equal(taken(), 'sync');
});

export const errors = test(async () => {
  const caught = async (run) => {
    try { await run() } catch (error) { return error }
    return assert.fail('nothing was thrown');
  };
  let error = await caught(() => { using a = sync('a', 'da'); using b = sync('b', 'db'); throw 'body' });
  assert.ok(error instanceof SuppressedError);
  assert.equal(error.error, 'da');
  assert.equal(error.suppressed.error, 'db');
  assert.equal(error.suppressed.suppressed, 'body');
  assert.equal(taken(), '-b -a');
  error = await caught(async () => { await using a = slow('a', 'da'); using b = null; throw undefined });
  assert.ok(error instanceof SuppressedError);
  assert.equal(error.suppressed, undefined);
  assert.equal(taken(), '(a a)');
  assert.equal(await caught(() => { using a = sync('a', 'only') }), 'only');
  taken();
  assert.ok(await caught(() => { using first = sync('first'); using a = {} }) instanceof TypeError);
  assert.equal(taken(), '-first');
  assert.ok(await caught(() => { using a = 5 }) instanceof TypeError);
  assert.ok(await caught(() => { using a = { [Symbol.dispose]: 1 } }) instanceof TypeError);
});

export const guestNames = test(() => {
  const { DisposableStack: stack, SuppressedError: suppressed, Symbol: symbol } = globalThis;
  const require = null, begin = null;
  try {
    delete globalThis.DisposableStack;
    globalThis.SuppressedError = null;
    let error;
    try { using a = sync('a', 1); throw 2 } catch (e) { error = e }
    assert.equal(error.error + error.suppressed, 3);
  } finally {
    Object.assign(globalThis, { DisposableStack: stack, SuppressedError: suppressed });
  }
  taken();
});

export const moduleScope = test(() => {
  assert.equal(topLog, 'body loop1 -second -first');
  assert.equal(top.constant, 'first');
  assert.deepEqual([top.one, top.rest], [1, { three: 3 }]);
  assert.equal(top.count(), '1first');
  assert.equal(top.counter, 1);
  assert.equal(top.renamed(), '1first');
  assert.ok(new top.Thing().make() instanceof top.Thing && top.Thing.made instanceof top.Thing);
  assert.equal(top.old, taken);
  assert.equal(top.second.name, 'second');
  assert.equal(Top.name, 'default');
  assert.deepEqual(Object.keys(top), ['Thing', 'constant', 'count', 'counter', 'default', 'old', 'one', 'renamed', 'rest', 'second', 'two', 'where']);
});

export const typescript = test(() => {
  assert.equal(typed('t'), '-tb -ta');
});

export const commonJs = test(() => {
  assert.deepEqual(common, { disposed: true, name: 'cjs', count: 6, strict: true });
  assert.equal(plain.count, 5);
  assert.equal(plain.using(1), 2);
});

export const internalsStayHidden = test(async () => {
  await assert.rejects(import('\u0001internal'));
  const helper = await import('\u0001using');
  assert.deepEqual(Object.keys(helper), ['begin']);
});
