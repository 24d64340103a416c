import { serve } from './harness.js';

const text = (value) => new TextEncoder().encode(value);
const soon = () => Math.floor(Date.now() / 1000) + 3600;
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

export default serve({
  shape: ({ KV }) => [KV.constructor.name, Object.getOwnPropertyNames(Object.getPrototypeOf(KV)).sort(), Object.prototype.toString.call(KV)],
  values: async ({ KV }) => {
    await KV.put('s', 'text');
    await KV.put('empty', '');
    await KV.put('j', '{"a":[1,2]}');
    await KV.put('b', text('bytes').buffer);
    await KV.put('v', text('window').subarray(3));
    await KV.put('dv', new DataView(text('dataview').buffer, 4));
    await KV.put('st', new Response('streamed').body);
    await KV.put('n', 5);
    await KV.put('t', true);
    await KV.put('nul', null);
    return [
      await KV.get('s'), await KV.get('empty'), await KV.get('j', 'json'), await KV.get('b', 'arrayBuffer'), await KV.get('v', { type: 'text' }),
      await KV.get('dv'), await new Response(await KV.get('st', 'stream')).text(), await KV.get('n'), await KV.get('t'), await KV.get('nul'), await KV.get('missing'),
      await KV.get('missing', 'stream'), await KV.get('missing', 'json'), await KV.get('s', undefined), await KV.get('s', null), await KV.get('s', {}),
      await KV.get('j', { type: 'json', cacheTtl: 60 }),
    ];
  },
  utf8: async ({ KV }) => {
    await KV.put('bytes', new Uint8Array([0xff, 0x41, 0xef, 0xbb, 0xbf]));
    await KV.put('bom', '\ufeffbom');
    await KV.put('ключ/é x?&#%', 'odd');
    return [await KV.get('bytes'), await KV.get('bom'), await KV.get('ключ/é x?&#%'), (await KV.list({ prefix: 'ключ' })).keys];
  },
  objects: ({ KV }) => tries([{}, [1], new Date(0), new Map(), Symbol.iterator, () => 1, 5n, new Blob(['x']), new URLSearchParams('a=1')].map((each) => () => KV.put('o', each))),
  metadata: async ({ KV }) => {
    await KV.put('m', 'v', { metadata: { a: 1, b: [null, 'x'] } });
    await KV.put('m0', 'v', { metadata: null });
    await KV.put('m1', 'v', { metadata: 'text' });
    await KV.put('m2', 'v', { metadata: undefined });
    return [
      await KV.getWithMetadata('m'), await KV.getWithMetadata('m0'), await KV.getWithMetadata('m1', 'text'), await KV.getWithMetadata('m2', { type: 'text' }),
      await KV.getWithMetadata('missing'), await KV.getWithMetadata('m', 'arrayBuffer'), await KV.get('m'),
    ];
  },
  metadataErrors: async ({ KV }) => {
    const cycle = {};
    cycle.self = cycle;
    return tries([
      () => KV.put('x', 'v', { metadata: { a: 'x'.repeat(1014) } }),
      () => KV.put('x', 'v', { metadata: { a: 'x'.repeat(1017) } }),
      () => KV.put('x', 'v', { metadata: 5n }),
    ]);
  },
  expiration: async ({ KV }) => {
    await KV.put('e1', 'v', { expirationTtl: 60 });
    const at = soon();
    await KV.put('e2', 'v', { expiration: at });
    await KV.put('e3', 'v', { expiration: String(at) });
    await KV.put('e4', 'v', { expirationTtl: '100' });
    const { keys } = await KV.list({ prefix: 'e' });
    return [await KV.get('e1'), keys.map((key) => [key.name, key.expiration === undefined ? 'none' : key.expiration === at ? 'at' : key.expiration > Date.now() / 1000 + 50 ? 'later' : 'odd'])];
  },
  expirationErrors: ({ KV }) => tries([59, 0, -1, 'x', NaN, 60.5, 1e10, null, {}].flatMap((each) => [
    () => KV.put('y', 'v', { expirationTtl: each }),
    () => KV.put('y', 'v', { expiration: each }),
  ]).concat([
    () => KV.put('y', 'v', { expiration: Math.floor(Date.now() / 1000) + 30 }).catch((error) => { throw new Error(error.message.replace(/\d{9,}/, 'TIME')); }),
    () => KV.put('y', 'v', 5),
    () => KV.put('y', 'v', 'x'),
    () => KV.put('y', 'v', null),
  ])),
  keys: ({ KV }) => tries(['', '.', '..', 'k'.repeat(512), 'k'.repeat(513), 'é'.repeat(256), 'é'.repeat(257), 5, null, undefined, {}, true].flatMap((each) => [
    () => KV.get(each),
    () => KV.put(each, 'v'),
    () => KV.delete(each),
    () => KV.getWithMetadata(each),
  ])),
  arguments: ({ KV }) => tries([
    () => KV.get(), () => KV.put(), () => KV.put('a'), () => KV.delete(), () => KV.getWithMetadata(), () => KV.list('x'), () => KV.list(5), () => KV.list(null).then(() => 'listed'),
    () => KV.get('s', 'xml'), () => KV.get('s', { type: 'xml' }), () => KV.get('s', 5), () => KV.getWithMetadata('s', 'blob'), () => KV.get('s', 'json'),
    () => KV.get('s', { type: null }), () => KV.get.call({}, 's'), () => KV.delete([]), () => new KV.constructor(),
  ]),
  cacheTtl: ({ KV }) => tries([60, 30, 29, 0, -5, 'x', null, 1e9].map((each) => () => KV.get('s', { cacheTtl: each }))),
  several: async ({ KV }) => [
    await KV.get(['s', 'missing', 'n']), await KV.get(['j', 'missing'], 'json'), await KV.get(['s', 's'], { type: 'text' }), await KV.getWithMetadata(['m', 's', 'missing']),
    await KV.getWithMetadata(['m'], 'text'),
  ],
  severalErrors: ({ KV }) => tries([
    () => KV.get([]), () => KV.get(Array.from({ length: 100 }, (_, i) => `k${i}`)).then((map) => map.size), () => KV.get(Array.from({ length: 101 }, (_, i) => `k${i}`)),
    () => KV.get(['s'], 'arrayBuffer'), () => KV.get(['s'], 'stream'), () => KV.get(['s'], 'xml'), () => KV.get(['s', '']), () => KV.get(['k'.repeat(513)]), () => KV.get(['s'], 'json'), () => KV.get(['.']),
    () => KV.getWithMetadata(['s'], 'stream'),
  ]),
  remove: async ({ KV }) => [await KV.delete('s'), await KV.delete('s'), await KV.get('s')],
  list: async ({ KV }) => {
    for (const { name } of (await KV.list()).keys) await KV.delete(name);
    for (const name of ['b', 'a', 'a/2', 'a/1', 'Z', 'é', '\u{1f600}', '\uffee', 'a%', 'a_']) await KV.put(name, 'v');
    await KV.put('m', 'v', { metadata: [1], expirationTtl: 1000 });
    const all = await KV.list();
    all.keys = all.keys.map((key) => ({ ...key, ...(key.expiration ? { expiration: 'set' } : {}) }));
    const pages = [];
    let page;
    do {
      page = await KV.list({ limit: 4, cursor: page?.cursor });
      pages.push([page.keys.map((key) => key.name), page.list_complete, typeof page.cursor]);
    } while (!page.list_complete);
    return [all, pages, (await KV.list({ prefix: 'a' })).keys, (await KV.list({ prefix: 'a_' })).keys, await KV.list({ prefix: 'nothing' }), (await KV.list({ prefix: '', limit: 1 })).keys, (await KV.list({ prefix: null })).keys.length];
  },
  listErrors: ({ KV }) => tries([0, -1, 1001, 'x', 2.5, null, NaN, undefined].map((limit) => () => KV.list({ limit }).then((list) => list.keys.length)).concat([
    () => KV.list({ prefix: 'k'.repeat(513) }).then((list) => list.keys.length), () => KV.list({ cursor: '' }).then((list) => list.keys.length),
  ])),
  big: async ({ KV }) => {
    const answers = await tries([() => KV.put('big', new Uint8Array(25 * 1024 * 1024 + 1))]);
    await KV.delete('big');
    return answers;
  },
  bigBulk: async ({ KV }) => {
    for (const name of ['x1', 'x2']) await KV.put(name, new Uint8Array(13 * 1024 * 1024));
    const answers = await tries([() => KV.get(['x1', 'x2']).then((map) => map.size)]);
    for (const name of ['x1', 'x2']) await KV.delete(name);
    return answers;
  },
});
