import assert from 'node:assert';

const clock = [Date.now(), performance.now(), +new Date()];

export const clockStandsStillAtTopLevel = {
  test() {
    assert.deepStrictEqual(clock, [0, 0, 0]);
    assert.ok(Date.now() > 1e12);
    assert.ok(new Date() instanceof Date && new Date().constructor === Date);
    assert.strictEqual(new Date(5).getTime(), 5);
  },
};

export const timersRunInOrder = {
  async test() {
    const order = [];
    setTimeout(() => order.push('t80'), 80);
    setTimeout((a, b) => order.push(a + b), 1, 'x', 'y');
    queueMicrotask(() => order.push('micro'));
    const cancelled = setTimeout(() => order.push('never'), 2);
    clearTimeout(cancelled);
    let rounds = 0;
    const interval = setInterval(() => {
      order.push('iv');
      if (++rounds === 2) clearInterval(interval);
    }, 3);
    await scheduler.wait(120);
    assert.deepStrictEqual(order, ['micro', 'xy', 'iv', 'iv', 't80']);
    assert.strictEqual(clearTimeout('x'), undefined);
  },
};

export const waitingCanBeAborted = {
  async test() {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 1);
    await assert.rejects(scheduler.wait(10000, { signal: controller.signal }), { name: 'AbortError' });
  },
};

export const callbacksMustBeFunctions = {
  test() {
    assert.throws(() => setTimeout('code', 1), {
      name: 'TypeError', message: "Failed to execute 'setTimeout' on 'ServiceWorkerGlobalScope': parameter 1 is not of type 'function'.",
    });
  },
};

export const navigatorTellsWorkers = {
  test() {
    assert.strictEqual(navigator.userAgent, 'Cloudflare-Workers');
    assert.strictEqual(structuredClone({ a: 1 }).a, 1);
  },
};

export default {};
