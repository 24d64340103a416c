import assert from 'node:assert';

export const pairsTalk = {
  async test() {
    const [a, b] = Object.values(new WebSocketPair());
    assert.throws(() => a.send('x'), { message: 'You must call one of accept() or state.acceptWebSocket() on this WebSocket before sending messages.' });
    a.accept();
    b.accept();
    const got = [];
    b.addEventListener('message', ({ data }) => got.push(typeof data === 'string' ? data : data.byteLength));
    const closed = new Promise((resolve) => b.addEventListener('close', resolve));
    a.send('text');
    a.send(new Uint8Array(2));
    a.close(4001, 'bye');
    const { code, reason, wasClean } = await closed;
    assert.deepStrictEqual([code, reason, wasClean, got], [4001, 'bye', true, ['text', 2]]);
    assert.throws(() => a.send('late'), { message: "Can't call WebSocket send() after close()." });
    assert.throws(() => b.close(5), { name: 'InvalidAccessError', message: 'Invalid WebSocket close code: 5.' });
  },
};

export const attachments = {
  test() {
    const [a] = Object.values(new WebSocketPair());
    assert.strictEqual(a.deserializeAttachment(), null);
    a.serializeAttachment({ n: 1 });
    assert.deepStrictEqual(a.deserializeAttachment(), { n: 1 });
  },
};

export const eventSourcesReadStreams = {
  async test() {
    const text = 'retry: 5\nid: 7\nevent: tick\ndata: one\ndata: two\n\n: comment\ndata: plain\n\n';
    const source = EventSource.from(new Response(text).body);
    const seen = [];
    source.addEventListener('tick', ({ data, lastEventId }) => seen.push(data, lastEventId));
    await new Promise((resolve) => { source.onmessage = ({ data }) => { seen.push(data); resolve(); }; });
    assert.deepStrictEqual(seen, ['one\ntwo', '7', 'plain']);
  },
};

export default {};
