import assert from 'node:assert';

const url = (path) => `https://cache.test/${path}`;

export const storedResponsesComeBack = {
  async test() {
    const cache = caches.default;
    assert.strictEqual(await cache.match(url('a')), undefined);
    await cache.put(url('a'), new Response('body', { headers: { 'cache-control': 'max-age=60', etag: '"1"', 'x-h': 'v' } }));
    const hit = await cache.match(url('a'));
    assert.deepStrictEqual([await hit.text(), hit.headers.get('x-h'), hit.headers.get('cf-cache-status')], ['body', 'v', 'HIT']);
    const conditional = await cache.match(new Request(url('a'), { headers: { 'if-none-match': '"1"' } }));
    assert.strictEqual(conditional.status, 304);
    const range = await cache.match(new Request(url('a'), { headers: { range: 'bytes=1-2' } }));
    assert.deepStrictEqual([range.status, await range.text(), range.headers.get('content-range')], [206, 'od', 'bytes 1-2/4']);
    const other = await caches.open('other');
    assert.strictEqual(await other.match(url('a')), undefined);
    assert.strictEqual(await cache.delete(url('a')), true);
    assert.strictEqual(await cache.delete(url('a')), false);
  },
};

export const someResponsesAreNotStored = {
  async test() {
    const cache = caches.default;
    for (const headers of [{ 'cache-control': 'no-store' }, { 'cache-control': 'private' }, { 'set-cookie': 'a=b' }, { 'cache-control': 'max-age=0' }]) {
      await cache.put(url('b'), new Response('x', { headers }));
      assert.strictEqual(await cache.match(url('b')), undefined);
    }
    await assert.rejects(cache.put(new Request(url('c'), { method: 'POST' }), new Response('x')), { name: 'TypeError', message: 'Cannot cache response to non-GET request.' });
    await assert.rejects(cache.put(url('c'), new Response('x', { status: 206 })), { name: 'TypeError' });
    await assert.rejects(cache.put(url('c'), new Response('x', { headers: { vary: '*' } })), { name: 'TypeError' });
    assert.throws(() => cache.keys(), { message: "Failed to execute 'keys' on 'Cache': the method is not implemented." });
  },
};

export const keysAndOptionsAreChecked = {
  async test() {
    const cache = caches.default;
    await assert.rejects(cache.match('/rel'), { name: 'TypeError', message: 'Invalid URL: /rel' });
    await assert.rejects(cache.match('data:,x'), { message: 'Invalid URL. Cache API keys must be fully-qualified, valid URLs.' });
    await assert.rejects(cache.match(url('d'), 'x'), { message: "Failed to execute 'match' on 'Cache': parameter 2 is not of type 'CacheQueryOptions'." });
    await assert.rejects(cache.match(url('d'), { ignoreSearch: true }), { message: "The 'ignoreSearch' field on 'CacheQueryOptions' is not implemented." });
    await assert.rejects(caches.open('x'.repeat(1024)), { message: 'Cache name is too long.' });
  },
};

export default {};
