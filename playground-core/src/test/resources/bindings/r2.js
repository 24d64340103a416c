import { serve } from './harness.js';

const text = (value) => new TextEncoder().encode(value);
const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, '0')).join('');
const tries = async (each) => {
  const answers = [];
  for (const run of each) {
    try {
      answers.push((await run()) ?? null);
    } catch (error) {
      answers.push(`${error.name}: ${error.message}`);
    }
  }
  return answers;
};
// What is different from run to run is told by its type.
function object(value) {
  if (value === null || value === undefined) return value;
  const out = { class: value.constructor.name };
  for (const key of ['key', 'size', 'etag', 'httpEtag', 'httpMetadata', 'customMetadata', 'range', 'ssecKeyMd5']) out[key] = value[key];
  if (out.httpMetadata?.cacheExpiry) out.httpMetadata = { ...out.httpMetadata, cacheExpiry: out.httpMetadata.cacheExpiry.getTime() };
  out.uploaded = value.uploaded instanceof Date;
  out.version = /^[0-9a-f]{32}$/.test(value.version);
  out.checksums = value.checksums?.toJSON?.();
  return out;
}
const body = async (value) => (value === null ? null : 'body' in value ? { ...object(value), text: await value.text() } : object(value));

export default serve({
  shape: async ({ R2 }) => {
    const names = (value) => [value.constructor.name, Object.getOwnPropertyNames(Object.getPrototypeOf(value)).sort(), Object.keys(value).sort(), Object.prototype.toString.call(value)];
    const put = await R2.put('shape', 'x');
    const got = await R2.get('shape');
    const upload = await R2.createMultipartUpload('shape-m');
    await upload.abort();
    return [names(R2), names(put), names(got), names(got.checksums), names(upload), JSON.parse(JSON.stringify(got.checksums))];
  },
  values: async ({ R2 }) => [
    object(await R2.put('s', 'text')), object(await R2.put('b', text('bytes').buffer)), object(await R2.put('v', text('window').subarray(3))), object(await R2.put('empty', '')), object(await R2.put('nul', null)),
    object(await R2.put('blob', new Blob(['blob']))), object(await R2.put('stream', new Response('streamed').body)),
    await body(await R2.get('s')), await body(await R2.get('b')), await body(await R2.get('v')), await body(await R2.get('empty')), await body(await R2.get('nul')), await body(await R2.get('blob')), await body(await R2.get('stream')), await R2.get('missing'), await R2.head('missing'), object(await R2.head('s')),
  ],
  bodies: async ({ R2 }) => {
    await R2.put('json', '{"a":1}', { httpMetadata: { contentType: 'application/json' } });
    const got = await R2.get('json');
    const before = got.bodyUsed;
    const json = await got.json();
    return [before, json, got.bodyUsed, ...(await tries([() => got.text()])), await (await R2.get('json')).arrayBuffer(), (await (await R2.get('json')).blob()).type, await new Response((await R2.get('json')).body).text(), await (await R2.get('json')).bytes()];
  },
  valueErrors: ({ R2 }) => tries([
    () => R2.put('x', {}), () => R2.put('x', 5).then((o) => o.size), () => R2.put('x', undefined).then((o) => o.size), () => R2.put('x'), () => R2.put(), () => R2.get(), () => R2.head(), () => R2.delete(), () => R2.put('x', new ReadableStream({ start(c) { c.enqueue(text('a')); c.close(); } })),
    () => R2.put('x', new Response(new ReadableStream({ start(c) { c.enqueue(text('a')); c.close(); } })).body), () => R2.get.call({}, 's'), () => new R2.constructor(), () => R2.put('x', 'v', 5), () => R2.put('x', 'v', null).then((o) => o.size), () => R2.get('s', 5),
  ]),
  fixedStream: async ({ R2 }) => {
    const { readable, writable } = new FixedLengthStream(5);
    const writer = writable.getWriter();
    const put = R2.put('fixed', readable);
    await writer.write(text('fi'));
    await writer.write(text('xed'));
    await writer.close();
    return [object(await put), await (await R2.get('fixed')).text()];
  },
  metadata: async ({ R2 }) => {
    await R2.put('m', 'v', {
      httpMetadata: { contentType: 'text/x', contentLanguage: 'de', contentDisposition: 'inline', contentEncoding: 'br', cacheControl: 'no-store', cacheExpiry: new Date(1e12) },
      customMetadata: { a: '1', B: 'é' }, storageClass: 'InfrequentAccess',
    });
    const got = await R2.head('m');
    const headers = new Headers({ 'x-a': 'b' });
    got.writeHttpMetadata(headers);
    await R2.put('h', 'v', { httpMetadata: new Headers({ 'content-type': 'text/h', 'cache-control': 'max-age=1', expires: 'Sat, 08 Jul 2023 00:00:00 GMT', 'x-other': 'y' }) });
    const fromHeaders = await R2.head('h');
    return [object(got), [...headers], object(fromHeaders), ...(await tries([() => got.writeHttpMetadata({}), () => R2.put('x', 'v', { customMetadata: { a: 1 } }).then((o) => o.customMetadata), () => R2.put('x', 'v', { customMetadata: 'x' }), () => R2.put('x', 'v', { httpMetadata: 'x' }), () => R2.put('x', 'v', { customMetadata: { a: 'x'.repeat(2048) } }), () => R2.put('x', 'v', { customMetadata: { a: 'x'.repeat(2047) } }).then(() => 'fits'), () => R2.put('x', 'v', { httpMetadata: { cacheExpiry: 'x' } })]))];
  },
  keys: ({ R2 }) => tries(['', '.', 'k'.repeat(1024), 'k'.repeat(1025), 'é'.repeat(513), 'a/b c?#%&ü', 5, null, undefined].flatMap((key) => [() => R2.put(key, 'v').then((o) => o.key.length), () => R2.get(key).then((o) => o && o.key.length), () => R2.head(key).then((o) => o && o.key.length), () => R2.delete(key)])),
  ranges: async ({ R2 }) => {
    await R2.put('r', '0123456789');
    const get = (range) => R2.get('r', { range }).then(async (o) => [o.range, await o.text(), o.size]);
    return tries([
      { offset: 2 }, { offset: 2, length: 3 }, { length: 4 }, { suffix: 3 }, { suffix: 30 }, { offset: 8, length: 10 }, { offset: 10 }, { offset: 11 }, { offset: -1 }, { length: 0 }, { length: -1 }, { suffix: 0 }, { suffix: -1 }, { suffix: 1, offset: 1 }, {}, { offset: 0, length: 10 },
      new Headers({ range: 'bytes=2-4' }), new Headers({ range: 'bytes=-2' }), new Headers({ range: 'bytes=7-' }), new Headers({ range: 'bytes=0-1,4-5' }), new Headers({ range: 'nonsense' }), new Headers(), new Headers({ range: 'bytes=20-' }), 'bytes=1-2', { offset: 1.5 }, { offset: 'x' },
    ].map((range) => () => get(range)));
  },
  conditions: async ({ R2 }) => {
    const { etag, uploaded } = await R2.put('c', 'value');
    const before = new Date(uploaded.getTime() - 100_000);
    const after = new Date(uploaded.getTime() + 100_000);
    const get = (onlyIf) => R2.get('c', { onlyIf }).then((o) => (o === null ? null : 'body' in o ? 'body' : 'no body'));
    const gets = [
      { etagMatches: etag }, { etagMatches: 'other' }, { etagDoesNotMatch: etag }, { etagDoesNotMatch: 'other' }, { uploadedBefore: before }, { uploadedBefore: after }, { uploadedAfter: before }, { uploadedAfter: after }, { etagMatches: '*' }, { etagDoesNotMatch: '*' },
      { etagMatches: etag, uploadedBefore: before }, { etagDoesNotMatch: etag, uploadedAfter: before }, { etagMatches: `"${etag}"` }, {}, { uploadedAfter: after, secondsGranularity: true },
      new Headers({ 'if-match': `"${etag}"` }), new Headers({ 'if-match': '"other"' }), new Headers({ 'if-none-match': `"${etag}"` }), new Headers({ 'if-none-match': `"a", W/"${etag}"` }), new Headers({ 'if-modified-since': after.toUTCString() }), new Headers({ 'if-unmodified-since': before.toUTCString() }), new Headers({ 'if-match': '*' }), new Headers({ 'if-none-match': 'unquoted' }), 5, { etagMatches: ['other', etag] },
    ];
    const put = (onlyIf, key = 'c2') => R2.put(key, 'again', { onlyIf }).then((o) => (o === null ? null : 'written'));
    await R2.put('c2', 'value');
    return [await tries(gets.map((onlyIf) => () => get(onlyIf))), await tries([() => put({ etagMatches: 'other' }), () => put({ etagMatches: etag }), () => put({ etagDoesNotMatch: '*' }), () => put({ etagDoesNotMatch: '*' }, 'c3'), () => put({ uploadedBefore: before }), () => put({ etagMatches: '*' }, 'c4'), () => put({ uploadedAfter: before }), () => put(new Headers({ 'if-none-match': '*' }), 'c5')]), await R2.get('missing', { onlyIf: { etagMatches: 'x' } })];
  },
  checksums: async ({ R2 }) => {
    const data = text('checked');
    const sums = {};
    for (const name of ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']) sums[name] = await crypto.subtle.digest(name, data);
    const put = (options) => R2.put('sum', data, options).then((o) => o.checksums.toJSON());
    const got = (await R2.put('sum', data, { sha256: sums['SHA-256'] })).checksums;
    return [got.md5 && hex(got.md5), got.sha256 && hex(got.sha256), got.sha1 === undefined, ...(await tries([
      () => put({ md5: sums.MD5 }), () => put({ md5: hex(sums.MD5) }), () => put({ sha1: sums['SHA-1'] }), () => put({ sha384: hex(sums['SHA-384']) }), () => put({ sha512: sums['SHA-512'] }), () => put({ md5: hex(sums.MD5).replace(/^./, (c) => (c === '0' ? '1' : '0')) }), () => put({ sha256: '00' }), () => put({ sha256: 'zz'.repeat(32) }),
      () => put({ md5: sums.MD5, sha1: sums['SHA-1'] }), () => put({ sha1: new Uint8Array(20) }), () => put({ md5: 5 }), () => put({ sha512: '0'.repeat(128) }), () => put({ sha1: new Uint8Array(19) }),
    ]))];
  },
  remove: async ({ R2 }) => {
    await R2.put('d1', 'v');
    await R2.put('d2', 'v');
    return [await R2.delete('d1'), await R2.delete(['d2', 'missing']), await R2.head('d1'), await R2.head('d2'), ...(await tries([() => R2.delete([]), () => R2.delete(Array.from({ length: 1001 }, (_, i) => `k${i}`)), () => R2.delete(['']), () => R2.delete('missing')]))];
  },
  list: async ({ R2 }) => {
    for (let page; (page = await R2.list()).objects.length > 0;) await R2.delete(page.objects.map((each) => each.key));
    for (const key of ['a', 'a/1', 'a/2', 'a/b/1', 'b/1', 'c', 'é', 'Z']) await R2.put(key, key, { httpMetadata: { contentType: 'text/k' }, customMetadata: { k: key } });
    const list = async (options) => {
      const page = await R2.list(options);
      return { ...page, objects: page.objects.map((each) => each.key), cursor: typeof page.cursor };
    };
    const pages = [];
    let page;
    do {
      page = await R2.list({ limit: 3, cursor: page?.cursor });
      pages.push(page.objects.map((each) => each.key));
    } while (page.truncated);
    const delimited = [];
    do {
      page = await R2.list({ limit: 2, delimiter: '/', cursor: page.truncated ? page.cursor : undefined });
      delimited.push([page.objects.map((each) => each.key), page.delimitedPrefixes]);
    } while (page.truncated);
    return [
      await list(), pages, delimited, await list({ prefix: 'a/' }), await list({ delimiter: '/' }), await list({ prefix: 'a/', delimiter: '/' }), await list({ prefix: 'a', delimiter: '/' }), await list({ startAfter: 'a/1' }), await list({ startAfter: 'a/1', prefix: 'a/' }), await list({ delimiter: '/1' }), await list({ prefix: 'nothing' }),
      object((await R2.list({ limit: 1, prefix: 'c' })).objects[0]), object((await R2.list({ limit: 1, prefix: 'c', include: ['httpMetadata', 'customMetadata'] })).objects[0]), object((await R2.list({ limit: 1, prefix: 'c', include: ['customMetadata'] })).objects[0]), object((await R2.list({ limit: 1, prefix: 'c', include: [] })).objects[0]),
      ...(await tries([() => R2.list({ limit: 0 }), () => R2.list({ limit: 1001 }), () => R2.list({ limit: 'x' }), () => R2.list(5), () => R2.list({ include: ['nope'] }), () => R2.list({ prefix: 5 }).then((l) => l.objects.length), () => R2.list({ delimiter: '' }).then((l) => l.objects.length), () => R2.list({ limit: null }).then((l) => l.objects.length)])),
    ];
  },
  multipart: async ({ R2 }) => {
    const MB5 = 5 * 1024 * 1024;
    const upload = await R2.createMultipartUpload('multi', { httpMetadata: { contentType: 'text/m' }, customMetadata: { a: 'b' } });
    const first = await upload.uploadPart(1, new Uint8Array(MB5).fill(97));
    const again = R2.resumeMultipartUpload('multi', upload.uploadId);
    const second = await again.uploadPart(2, 'tail');
    const before = await R2.head('multi');
    const done = await upload.complete([first, second]);
    const got = await R2.get('multi', { range: { offset: MB5 - 2 } });
    return [
      typeof upload.uploadId, upload.key, Object.keys(first).sort(), first.partNumber, typeof first.etag, before, { ...object(done), etag: done.etag.replace(/^[0-9a-f]{32}/, 'MD5') , httpEtag: '' }, await got.text(), got.range,
      ...(await tries([() => upload.uploadPart(3, 'x'), () => upload.complete([first]), () => upload.abort(), () => R2.resumeMultipartUpload('multi', 'nonsense').uploadPart(1, 'x'), () => R2.resumeMultipartUpload('multi', 'nonsense').complete([]), () => R2.resumeMultipartUpload('multi', 'nonsense').abort(), () => R2.createMultipartUpload(), () => R2.createMultipartUpload(''), () => R2.resumeMultipartUpload('multi')])),
    ];
  },
  multipartErrors: async ({ R2 }) => {
    const upload = await R2.createMultipartUpload('multi2');
    const small = await upload.uploadPart(1, 'small');
    const second = await upload.uploadPart(2, 'small');
    const answers = await tries([
      () => upload.uploadPart(0, 'x'), () => upload.uploadPart(10001, 'x'), () => upload.uploadPart(-1, 'x'), () => upload.uploadPart('x', 'x'), () => upload.uploadPart(), () => upload.uploadPart(1), () => upload.uploadPart(1, {}), () => upload.complete([small, second]), () => upload.complete([{ partNumber: 1, etag: 'wrong' }]), () => upload.complete([{ partNumber: 7, etag: small.etag }]), () => upload.complete([small, small]), () => upload.complete(), () => upload.complete([{}]), () => upload.complete([5]),
    ]);
    const replaced = await upload.uploadPart(1, 'replaced');
    const done = await upload.complete([replaced]);
    const aborted = await R2.createMultipartUpload('multi3');
    await aborted.uploadPart(1, 'x');
    return [answers, done.size, await (await R2.get('multi2')).text(), await aborted.abort(), await R2.head('multi3'), ...(await tries([() => aborted.uploadPart(2, 'x'), () => aborted.complete([]), () => aborted.abort()]))];
  },
  clone: ({ R2 }) => structuredClone(R2),
  objectClone: async ({ R2 }) => structuredClone(await R2.head('a')),
  loaded: ({ R2, LOADER }) => LOADER.load({ compatibilityDate: '2026-01-01', mainModule: 'm.js', modules: { 'm.js': 'export default {}' }, env: { R2 } }) && 'loaded',
});
