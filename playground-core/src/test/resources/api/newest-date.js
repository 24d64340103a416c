// What compatibility flags that are on by now change.
import assert from 'node:assert';

const wait = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export const iterablesAreBodies = {
  async test() {
    const bytes = (text) => new TextEncoder().encode(text);
    assert.strictEqual(await new Response((async function* () { yield bytes('a'); yield bytes('b'); })()).text(), 'ab');
    assert.strictEqual(await new Response(new String('text')).text(), 'text');
    assert.strictEqual(await new Response({ toString: () => 'own', *[Symbol.iterator]() {} }).text(), 'own');
    await assert.rejects(new Response([1, 2]).text(), { name: 'TypeError' });
  },
};

export const byteOrderMarksAreDropped = {
  async test() {
    assert.deepStrictEqual(await new Response('\uFEFF{"a":1}').json(), { a: 1 });
    assert.strictEqual(await new Response(new TextEncoder().encode('\uFEFFa')).text(), 'a');
  },
};

export const listenersThatThrowAreReported = {
  test() {
    const seen = [];
    const onError = (event) => {
      seen.push(event.error.message);
      event.preventDefault();
    };
    addEventListener('error', onError);
    const target = new EventTarget();
    target.addEventListener('x', () => { throw new Error('first'); });
    target.addEventListener('x', () => seen.push('second'));
    assert.strictEqual(target.dispatchEvent(new Event('x')), true);
    removeEventListener('error', onError);
    assert.deepStrictEqual(seen, ['first', 'second']);
  },
};

export const timersAreObjects = {
  async test() {
    let runs = 0;
    const timer = setTimeout(() => { runs++; }, 1);
    assert.strictEqual(typeof timer, 'object');
    assert.strictEqual(timer.hasRef(), true);
    clearTimeout(+timer);
    setTimeout((a) => { runs += a; }, 1, 10).refresh();
    await wait(20);
    assert.strictEqual(runs, 10);
    assert.throws(() => setTimeout('code'), { code: 'ERR_INVALID_ARG_TYPE' });
  },
};

export const socketsGetBlobs = {
  async test() {
    const [a, b] = Object.values(new WebSocketPair());
    a.accept();
    b.accept();
    const message = new Promise((resolve) => b.addEventListener('message', resolve));
    a.send(new Uint8Array([65]));
    assert.strictEqual(await (await message).data.text(), 'A');
    b.binaryType = 'nothing';
    assert.strictEqual(b.binaryType, 'blob');
    assert.throws(() => a.close(1000, 'é'.repeat(62)), { name: 'SyntaxError' });
    a.close();
    b.close();
  },
};

export default {};
