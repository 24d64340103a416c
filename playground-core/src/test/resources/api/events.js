import assert from 'node:assert';

export const abortReasonsAreDomExceptions = {
  test() {
    const controller = new AbortController();
    const seen = [];
    controller.signal.addEventListener('abort', (event) => seen.push(event.type, event.isTrusted));
    controller.signal.onabort = () => seen.push('attribute');
    controller.abort();
    const { reason } = controller.signal;
    assert.deepStrictEqual(seen, ['attribute', 'abort', true]);
    assert.ok(reason instanceof DOMException);
    assert.deepStrictEqual([reason.name, reason.message, reason.code, reason.retryable], ['AbortError', 'The operation was aborted', 20, true]);
    assert.throws(() => controller.signal.throwIfAborted(), { name: 'AbortError' });
  },
};

export const anyFollowsItsSources = {
  test() {
    const first = new AbortController();
    const second = new AbortController();
    const any = AbortSignal.any([first.signal, second.signal]);
    second.abort('why');
    assert.deepStrictEqual([any.aborted, any.reason], [true, 'why']);
    assert.strictEqual(AbortSignal.any([any]).reason, 'why');
  },
};

export const timeoutFires = {
  async test() {
    const signal = AbortSignal.timeout(5);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    assert.deepStrictEqual([signal.reason.name, signal.reason.code], ['TimeoutError', 23]);
  },
};

export const listenersRunOnceAndStop = {
  test() {
    const target = new EventTarget();
    const seen = [];
    target.addEventListener('x', (event) => seen.push(event.detail), { once: true });
    const object = { handleEvent(event) { seen.push(this === object); event.stopImmediatePropagation(); } };
    target.addEventListener('x', object);
    target.addEventListener('x', () => seen.push('never'));
    target.dispatchEvent(new CustomEvent('x', { detail: 1 }));
    target.dispatchEvent(new CustomEvent('x', { detail: 2 }));
    assert.deepStrictEqual(seen, [1, true, true]);
    assert.throws(() => target.addEventListener('y', () => {}, true), { message: 'addEventListener(): useCapture must be false.' });
  },
};

export const signalsRemoveListeners = {
  test() {
    const target = new EventTarget();
    const controller = new AbortController();
    let count = 0;
    target.addEventListener('x', () => count++, { signal: controller.signal });
    target.dispatchEvent(new Event('x'));
    controller.abort();
    target.dispatchEvent(new Event('x'));
    assert.strictEqual(count, 1);
  },
};

export const domExceptionsOwnTheirProperties = {
  test() {
    const error = new DOMException('m', 'DataCloneError');
    for (const key of ['name', 'message', 'code', 'stack']) assert.ok(Object.hasOwn(error, key), key);
    assert.deepStrictEqual([error.name, error.message, error.code, String(error)], ['DataCloneError', 'm', 25, 'DataCloneError: m']);
    assert.ok(error instanceof Error);
    assert.strictEqual(DOMException.ABORT_ERR, 20);
  },
};

export const errorsAreOfferedToListeners = {
  test() {
    const seen = [];
    const listener = (event) => {
      seen.push(event.message, event.error.name);
      event.preventDefault();
    };
    addEventListener('error', listener);
    reportError(new TypeError('rep'));
    removeEventListener('error', listener);
    assert.deepStrictEqual(seen, ['Uncaught TypeError: rep', 'TypeError']);
  },
};

export const portsDeliverClones = {
  async test() {
    const { port1, port2 } = new MessageChannel();
    const message = new Promise((resolve) => { port2.onmessage = resolve; });
    const value = { a: [1] };
    port1.postMessage(value);
    const { data } = await message;
    assert.deepStrictEqual(data, value);
    assert.notStrictEqual(data, value);
  },
};

export const lateHandlersAreTold = {
  async test() {
    const seen = [];
    const keep = (event) => {
      seen.push(event.type, event.reason);
      event.preventDefault();
    };
    for (const type of ['unhandledrejection', 'rejectionhandled']) addEventListener(type, keep);
    const promise = Promise.reject(7);
    while (seen.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    await promise.catch(() => {});
    await null;
    for (const type of ['unhandledrejection', 'rejectionhandled']) removeEventListener(type, keep);
    assert.deepStrictEqual(seen, ['unhandledrejection', 7, 'rejectionhandled', 7]);
    assert.strictEqual(Object.hasOwn(promise, 'constructor'), false);
  },
};

export default {};
